import { defineEntity, p } from '@mikro-orm/core';
import type { Archetype } from '../mirror/archetypes.js';
import { locales } from '../mirror/questionnaire/locale.js';
import { Survey } from './Survey.js';
import { User } from './User.js';

/** From the furthest to the least: a persona has the first of these that one of its versions has. PENDING: it has none. */
export const personaStatuses = ['READY', 'GENERATING_IMAGE', 'SYNTHESIZING', 'FAILED', 'PENDING'] as const;
export type PersonaStatus = (typeof personaStatuses)[number];
/** The statuses in which a saga step is at work, and which a failure names. */
export const personaSteps = ['SYNTHESIZING', 'GENERATING_IMAGE'] as const;
export type PersonaStep = (typeof personaSteps)[number];

/** Why a persona, or a version of it, is FAILED, in words for its owner. */
export interface PersonaFailure {
  step: PersonaStep;
  reason: string;
  retryable: boolean;
}

const PersonaSchema = defineEntity({
  name: 'Persona',
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    /** Whose friends it shows; null for a practice persona, made of the owner's own answers. */
    survey: () => p.oneToOne(Survey).ref().owner().strictNullable().deleteRule('cascade'),
    /** Random and not the survey's: who answers a survey does not thereby know the persona's page. */
    slug: p.string().unique(),
    name: p.string(),
    locale: p.enum(locales),
    /** Follows from its versions: followVersions writes it, nothing else. */
    status: p.enum(personaStatuses).default('PENDING'),
    /** Rises with every change that its owner can see. Events carry it; what is older than what a client has is dropped. */
    revision: p.integer().default(0),
    /** Number of the version that is shown; null until one is READY. */
    shown: p.integer().strictNullable(),
    /** The owner chose the version that is shown: newer ones do not take its place. */
    pinned: p.boolean().default(false),
    /** The voice that the owner chose over unchanged traits (alchemic); null: that of the nearest archetype (fated). */
    voice: p.string().$type<Archetype>().strictNullable(),
    /** SHA-256, hex, of each blend of friends' texts that the owner hid: in no version is it told any more. */
    hiddenQuotes: p.array<string>().default([]),
    /** Of the newest failure. Kept after a retry with its revision, so that no listener misses it. */
    failure: p.json<PersonaFailure & { revision: number }>().strictNullable(),
  },
  uniques: [
    {
      name: 'persona_practice',
      expression: 'create unique index persona_practice on persona (owner_id) where survey_id is null',
    },
  ],
});

/** How a person is seen: by a survey's friends, from the third response on, or by themselves in practice mode. */
export class Persona extends PersonaSchema.class {}
PersonaSchema.setClass(Persona);
