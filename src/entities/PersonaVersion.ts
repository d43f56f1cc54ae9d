import { defineEntity, p } from '@mikro-orm/core';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { Reflections } from '../ai/prompts/reflections.js';
import type { RelationView } from '../mirror/circles/relationView.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import type { Kindness } from '../mirror/insight/kindness.js';
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
    /** 1 and up: the release of answers that it was made for. */
    number: p.integer(),
    status: p.enum(versionStatuses).default('SYNTHESIZING'),
    /**
     * The fence of the saga: rises when it starts again. A step commits only `WHERE generation = <the one its job was sent
     * with> AND status = <its step>`, so that a step run twice, or by a worker frozen and thawed, has one effect.
     */
    generation: p.integer().default(1),
    measurement: p.json<Measurement>().strictNullable(),
    /** Views by relation, of circles that are large enough. */
    circles: p.json<RelationView[]>().strictNullable(),
    /** The owner's own answers as they were when this was made, or the first given after it. */
    self: p.json<Rating>().strictNullable(),
    /** How much kinder friends are than people to themselves, as known when this was made. */
    kindness: p.json<Kindness>().strictNullable(),
    /** What the friends wrote, blended; null until that is done. */
    quotes: p.json<VersionQuote[]>().strictNullable(),
    evidence: p.json<EvidencePack>().strictNullable(),
    reflections: p.json<Reflections>().strictNullable(),
    text: p.json<PersonaText>().strictNullable(),
    provenance: p.json<Provenance>().strictNullable(),
    illustration: p.json<Illustration>().strictNullable(),
    failure: p.json<PersonaFailure>().strictNullable(),
    /** A day: when its last answer came is nobody's business beyond that. */
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

/** A persona as made of one release of answers, by a saga of two steps. Later answers make another; this one stays. */
export class PersonaVersion extends PersonaVersionSchema.class {}
PersonaVersionSchema.setClass(PersonaVersion);
