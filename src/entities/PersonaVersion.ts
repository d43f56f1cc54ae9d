import { defineEntity, p } from '@mikro-orm/core';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { Reflections } from '../ai/prompts/reflections.js';
import type { RelationView } from '../mirror/circles/relationView.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import type { LeniencyBias } from '../mirror/insight/kindness.js';
import type { Measurement } from '../mirror/measurement.js';
import type { Rating } from '../mirror/rating.js';
import type { Illustration } from './illustration.js';
import { Persona, type PersonaFailure } from './Persona.js';
import type { Provenance } from './provenance.js';
import type { VersionQuote } from './versionQuote.js';

export const versionStatuses = ['SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'] as const;
export type VersionStatus = (typeof versionStatuses)[number];

const PersonaVersionSchema = defineEntity({
  name: 'PersonaVersion',
  properties: {
    id: p.uuid().primary(),
    persona: () => p.manyToOne(Persona).ref().deleteRule('cascade'),
    /** The release of answers it was made for, from 1. */
    number: p.integer(),
    status: p.enum(versionStatuses).default('SYNTHESIZING'),
    /**
     * The fence of the saga, raised when the saga restarts. A step commits only `WHERE generation = <its
     * job's> AND status = <its step>`, so that a step that runs twice, or in a worker that was frozen, takes
     * effect once.
     */
    generation: p.integer().default(1),
    measurement: p.json<Measurement>().strictNullable(),
    /** Views by relation, for circles that are large enough. */
    circles: p.json<RelationView[]>().strictNullable(),
    /** The owner's own answers when this version was made, or the first ones given later. */
    self: p.json<Rating>().strictNullable(),
    /** How much more kindly friends rate than people rate themselves, as known when this version was made. */
    kindness: p.json<LeniencyBias>().strictNullable(),
    /** Quotes: friends' texts, blended. Null until blending starts. */
    quotes: p.json<VersionQuote[]>().strictNullable(),
    evidence: p.json<EvidencePack>().strictNullable(),
    reflections: p.json<Reflections>().strictNullable(),
    text: p.json<PersonaText>().strictNullable(),
    provenance: p.json<Provenance>().strictNullable(),
    illustration: p.json<Illustration>().strictNullable(),
    failure: p.json<PersonaFailure>().strictNullable(),
    /** A day only, so that the time of the last answer stays private. */
    madeOn: p.date(),
  },
  uniques: [{ name: 'persona_version_number', properties: ['persona', 'number'] }],
  indexes: [
    {
      name: 'persona_version_at_work',
      properties: ['status'],
      where: "status in ('SYNTHESIZING', 'GENERATING_IMAGE')",
    },
  ],
});

/**
 * A persona made from one release of answers by a saga of two steps. Later answers lead to a new version;
 * this one stays.
 */
export class PersonaVersion extends PersonaVersionSchema.class {}
PersonaVersionSchema.setClass(PersonaVersion);
