import { defineEntity, p } from '@mikro-orm/core';
import { locales } from '../locale.js';
import { User } from './User.js';

const surveyStatuses = ['OPEN', 'CLOSED'] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];

/** Surveys that a user may have, open and closed together. Deleted surveys do not count. */
export const MAX_SURVEYS = 50;

const SurveySchema = defineEntity({
  name: 'Survey',
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    /** 128 random bits. Possession of the link is the permission to answer. Rotating the link replaces it. */
    slug: p.string().unique(),
    title: p.string().strictNullable(),
    /** The name that friends see instead of the owner's full name. */
    ownerName: p.string(),
    locale: p.enum(locales),
    questionnaire: p.string(),
    status: p.enum(surveyStatuses).default('OPEN'),
    /** Always equals the number of rows in `response`, because both change in one commit. */
    responseCount: p.integer().default(0),
    /** Number of the newest release of answers. */
    releases: p.integer().default(0),
    /** Answers that are in no release yet. */
    unreleased: p.integer().default(0),
    /**
     * The last release in which a since withdrawn answer was shown; 0 for none. Comparing sums with and
     * without that answer would reveal it, so some results use later answers only.
     */
    withdrawnFrom: p.integer().default(0),
    /**
     * Withdrawals left too few answers, and answers that were already shown are shown again in a new first
     * release. Their circles and quotes are not made again, because a comparison with the earlier ones would
     * reveal the new answers.
     */
    restarted: p.boolean().default(false),
    /** The owner agreed to add the closed survey to the norms, in which no person can be identified. */
    normConsent: p.boolean().default(false),
    /** Rises with every change the owner can see, so that a live view never goes back. */
    revision: p.integer().default(0),
    /** Key for the HMAC of device tokens. The same device has unrelated hashes in two surveys. */
    deviceSecret: p.string(),
    /** In milliseconds, as in JavaScript, because list cursors contain it and must find the row again. */
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  checks: [{ name: 'survey_count_not_negative', expression: 'response_count >= 0' }],
});

/** A questionnaire about its owner, open to anyone with the link. */
export class Survey extends SurveySchema.class {}
SurveySchema.setClass(Survey);
