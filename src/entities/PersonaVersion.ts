import { defineEntity, p } from '@mikro-orm/core';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { Reflections } from '../ai/prompts/reflections.js';
import type { Rating } from '../measurement/answers.js';
import type { EvidencePack } from '../measurement/evidence.js';
import type { LeniencyBias } from '../measurement/insight/leniencyBias.js';
import type { Measurement, RelationView } from '../measurement/measurement.js';
import { Persona, type PersonaFailure, type StepWaiting } from './Persona.js';
import { type Sealed, SealedColumn } from './sealed.js';

const versionStatuses = ['SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'] as const;
export type VersionStatus = (typeof versionStatuses)[number];

/** The generation of a version that waits for the text of an earlier one. */
export const WAITING = 0;

export const versionSelf = new SealedColumn<Rating>('persona_version', 'self', 'jsonb');

const PersonaVersionSchema = defineEntity({
  name: 'PersonaVersion',
  properties: {
    id: p.uuid().primary(),
    persona: () => p.manyToOne(Persona).ref().deleteRule('cascade'),
    /**
     * The release of answers it was made for, from 1. Rises while it is not begun, if a newer release overtakes it:
     * a release that was overtaken has no version.
     */
    number: p.integer(),
    status: p.enum(versionStatuses).default('SYNTHESIZING'),
    /**
     * The fence of the saga, raised when the saga restarts. A step commits only `WHERE generation = <its
     * job's> AND status = <its step>`, so that a step that runs twice, or in a worker that was frozen, takes
     * effect once. WAITING until the text of the version before it is written; then it has no job.
     */
    generation: p.integer().default(1),
    measurement: p.json<Measurement>().strictNullable(),
    /** Views by relation, for circles that are large enough. */
    circles: p.json<RelationView[]>().strictNullable(),
    /** The owner's own answers when this version was made, or the first ones given later. */
    self: p.json<Sealed<Rating>>().strictNullable(),
    /** How much more kindly friends rate than people rate themselves, as known when this version was made. */
    leniencyBias: p.json<LeniencyBias>().name('kindness').strictNullable(),
    /** Quotes: friends' texts, blended. Null until blending starts. */
    quotes: p.json<VersionQuote[]>().strictNullable(),
    evidence: p.json<EvidencePack>().strictNullable(),
    reflections: p.json<Reflections>().strictNullable(),
    text: p.json<PersonaText>().strictNullable(),
    provenance: p.json<Provenance>().strictNullable(),
    illustration: p.json<Illustration>().strictNullable(),
    failure: p.json<PersonaFailure>().strictNullable(),
    /** Set while its step waits to try again. Every transition clears it, and so does the start of a try. */
    waiting: p.json<StepWaiting>().strictNullable(),
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

/**
 * Whether a version's text is finished. From then on its owner can read it, so it counts as shown, and it is
 * never made again without an answer that was withdrawn later. A failed picture takes nothing back.
 */
export const isWritten = ({ status, failure }: Pick<PersonaVersion, 'status' | 'failure'>): boolean =>
  status === 'GENERATING_IMAGE' || status === 'READY' || failure?.step === 'GENERATING_IMAGE';

/** The same as a condition on `persona_version`. Never null, so it can be negated. */
export const writtenInSql = `(status in ('GENERATING_IMAGE', 'READY')
  or failure ->> 'step' is not distinct from 'GENERATING_IMAGE')`;

/** A persona's illustration in several sizes. The bytes are stored in `image` under their hash. */
export interface Illustration {
  alt: string;
  /** LOCAL: drawn by this server, in practice mode or because the image model failed permanently. */
  source: 'MODEL' | 'LOCAL';
  /** Largest first; pixels. */
  sizes: { hash: string; width: number; height: number }[];
}

/** How a version was made, in enough detail to explain and reproduce it. */
export interface Provenance {
  scoring: string;
  norms: string;
  questionnaire: string;
  /** The version of each prompt used. */
  prompts: Record<string, string>;
  /** The model of the text, and its tokens. */
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
  /**
   * US dollars for the text and the picture, at list prices or those of the settings; null if a part is
   * unknown. A picture drawn by this server costs nothing.
   */
  cost: number | null;
  /**
   * Null until the text is written. REPAIRED: the model corrected its first text, and what the checks still
   * refused was replaced. TEMPLATE: too little of both texts passed the checks, so the text was assembled from
   * the scores.
   */
  writing: 'FIRST' | 'REPAIRED' | 'TEMPLATE' | null;
  /** Written by the built-in stand-in. Labelled wherever it is shown. */
  demo: boolean;
}

/**
 * A quote: texts of at least three friends, blended into other words, and the releases those texts belong to.
 * `text` is null if the texts had nothing in common or no blend passed the checks.
 */
export interface VersionQuote {
  text: string | null;
  from: number;
  to: number;
}
