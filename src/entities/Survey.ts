import { defineEntity, p } from '@mikro-orm/core';
import { locales } from '../mirror/questionnaire/locale.js';
import { User } from './User.js';

export const surveyStatuses = ['OPEN', 'CLOSED'] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];

/** How many friends make a persona: below it nothing derived from an answer is readable by anyone. */
export const RESPONSE_THRESHOLD = 3;

const SurveySchema = defineEntity({
  name: 'Survey',
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    /** 128 random bits: knowing it is the permission to answer. Rotating the link replaces it. */
    slug: p.string().unique(),
    title: p.string().strictNullable(),
    /** What friends see in place of the owner's full name. */
    ownerName: p.string(),
    locale: p.enum(locales),
    questionnaire: p.string(),
    status: p.enum(surveyStatuses).default('OPEN'),
    /** Equals the number of rows in `response`, always: both change in one commit. */
    responseCount: p.integer().default(0),
    /** How many releases of answers there were: the number of the newest one. */
    releases: p.integer().default(0),
    /** Answers that are in no release yet. */
    unreleased: p.integer().default(0),
    /**
     * The release up to which answers were shown that somebody has since withdrawn; 0 for none. Sums that were shown with
     * and are now without that answer would tell it, so some things are made of later answers only.
     */
    withdrawnFrom: p.integer().default(0),
    /**
     * Answers that were shown are shown again, in a new first release, after withdrawals left too few: circles and texts that
     * they were in are not made once more, as with what was shown before they would tell the new answers.
     */
    restarted: p.boolean().default(false),
    /** The owner agreed that, once closed, its figures flow into the norms; nobody can be found in those again. */
    normConsent: p.boolean().default(false),
    /** Rises with every change an owner can see, so that a live view never goes back. */
    revision: p.integer().default(0),
    /** Keys the HMAC of device tokens: the same friend in two surveys leaves two unlike marks. */
    deviceSecret: p.string(),
    /** Milliseconds, as JavaScript counts: list cursors carry it and must find the row again. */
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  checks: [{ name: 'survey_count_not_negative', expression: 'response_count >= 0' }],
});

/** A questionnaire about its owner, open to whoever holds the link. */
export class Survey extends SurveySchema.class {}
SurveySchema.setClass(Survey);
