import { defineEntity, p } from '@mikro-orm/core';
import { locales } from '../locale.js';
import type { Archetype } from '../measurement/archetypes.js';
import { Survey } from './Survey.js';
import { User } from './User.js';

/** Most advanced first. A persona has the first of these that a version has; PENDING without versions. */
export const personaStatuses = ['READY', 'GENERATING_IMAGE', 'SYNTHESIZING', 'FAILED', 'PENDING'] as const;
export type PersonaStatus = (typeof personaStatuses)[number];
/** The statuses during which a saga step runs. A failure names one of them. */
export type PersonaStep = 'SYNTHESIZING' | 'GENERATING_IMAGE';

/** How a published persona can be found: by its link alone, or also by search engines. */
export type Publication = 'UNLISTED' | 'SEARCHABLE';

/** Why a persona or one of its versions is FAILED, worded for the owner. */
export interface PersonaFailure {
  step: PersonaStep;
  reason: string;
  retryable: boolean;
}

/** A step whose last try failed and that tries again by itself. */
export interface StepWaiting {
  /** Why the last try failed, worded for the owner. */
  reason: string;
  /** Number of the next try, from 2. */
  attempt: number;
  /** ISO 8601. */
  nextTryAt: string;
}

const PersonaSchema = defineEntity({
  name: 'Persona',
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    /**
     * The survey it is made from; null for a practice persona, which is made from the owner's own answers.
     */
    survey: () => p.oneToOne(Survey).ref().owner().strictNullable().deleteRule('cascade'),
    /** Random and different from the survey's slug, so that a respondent cannot derive the persona's page. */
    slug: p.string().unique(),
    name: p.string(),
    locale: p.enum(locales),
    /** Derived from its versions. Only updatePersonaFromVersions writes it. */
    status: p.enum(personaStatuses).default('PENDING'),
    /** Rises with every change the owner can see. Events carry it, so that clients can drop older states. */
    revision: p.integer().default(0),
    /** Number of the shown version; null until one is written. */
    shown: p.integer().strictNullable(),
    /** The owner chose the shown version, so newer ones do not replace it. */
    pinned: p.boolean().default(false),
    /** The voice the owner chose over unchanged traits (alchemic); null for the archetype's own (fated). */
    voice: p.string().$type<Archetype>().strictNullable(),
    /** SHA-256, hex, of each quote that the owner hid. Hidden quotes are removed from every version. */
    hiddenQuotes: p.array<string>().default([]),
    /** Set by the owner alone; null unless published. A persona that is no longer READY loses it. */
    publication: p.string().$type<Publication>().strictNullable(),
    /** The newest failure. Kept after a retry, with its revision, so that no subscriber misses it. */
    failure: p.json<PersonaFailure & { revision: number }>().strictNullable(),
    /** What the version that has the persona's status waits for. */
    waiting: p.json<StepWaiting>().strictNullable(),
    /** The last day on which a version from friends' answers began, in UTC, and how many did. */
    begunOn: p.date().strictNullable(),
    begun: p.integer().default(0),
  },
  uniques: [
    {
      name: 'persona_practice',
      expression: 'create unique index persona_practice on persona (owner_id) where survey_id is null',
    },
  ],
});

/** How friends see a person, from the third response on, or how people see themselves in practice mode. */
export class Persona extends PersonaSchema.class {}
PersonaSchema.setClass(Persona);
