import { defineEntity, p } from '@mikro-orm/core';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import type { Illustration } from './illustration.js';
import type { Provenance } from './provenance.js';
import { Survey } from './Survey.js';

export const personaStatuses = ['PENDING', 'SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'] as const;
export type PersonaStatus = (typeof personaStatuses)[number];
/** The statuses in which a saga step is at work, and which the failure names. */
export const personaSteps = ['SYNTHESIZING', 'GENERATING_IMAGE'] as const;
export type PersonaStep = (typeof personaSteps)[number];

/** Why a persona is FAILED, in words for its owner. Kept after a retry with its revision, so that no listener misses it. */
export interface PersonaFailure {
  step: PersonaStep;
  reason: string;
  retryable: boolean;
  revision: number;
}

const PersonaSchema = defineEntity({
  name: 'Persona',
  properties: {
    id: p.uuid().primary(),
    survey: () => p.oneToOne(Survey).ref().owner().deleteRule('cascade'),
    /** Random and not the survey's: who answers a survey does not thereby know the persona's page. */
    slug: p.string().unique(),
    name: p.string(),
    status: p.enum(personaStatuses).default('PENDING'),
    /** Rises with every change of this row. Events carry it; what is older than what a client has is dropped. */
    revision: p.integer().default(0),
    /**
     * The fence of the saga: rises when a saga starts, starts again or is called off. A step commits only
     * `WHERE generation = <the one its job was sent with> AND status = <its step>`, so that a step run twice, or by a
     * worker frozen and thawed, has one effect.
     */
    generation: p.integer().default(0),
    evidence: p.json<EvidencePack>().strictNullable(),
    text: p.json<PersonaText>().strictNullable(),
    provenance: p.json<Provenance>().strictNullable(),
    illustration: p.json<Illustration>().strictNullable(),
    failure: p.json<PersonaFailure>().strictNullable(),
  },
  indexes: [
    {
      name: 'persona_at_work',
      properties: ['status'],
      where: "status in ('SYNTHESIZING', 'GENERATING_IMAGE')",
    },
  ],
});

/** How a survey's friends see its owner: made by a saga of two steps, from the third response on. */
export class Persona extends PersonaSchema.class {}
PersonaSchema.setClass(Persona);
