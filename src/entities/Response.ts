import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Answer, Rating } from '../measurement/answers.js';
import type { ReleaseSums } from '../measurement/release/measureReleased.js';
import { type Sealed, SealedColumn } from './sealed.js';
import { Survey } from './Survey.js';

export const relations = ['FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER'] as const;
export type Relation = (typeof relations)[number];

export const responseAnswers = new SealedColumn<Answer[]>('response', 'answers', 'jsonb');

const ResponseSchema = defineEntity({
  name: 'Response',
  properties: {
    /** Random, so that neither the key nor its order reveals who answered first. */
    id: p.uuid().primary(),
    survey: () => p.manyToOne(Survey).ref().deleteRule('cascade'),
    clientKey: p.string(),
    /**
     * Empty, because a digest of answers can be guessed. SHA-256 of the content, hex, while plain text is
     * written: an older version compares it to recognize a retry.
     */
    contentHash: p.string(),
    /** HMAC-SHA-256(survey's secret, device's token), hex. Token, address and user agent are never stored. */
    device: p.string().strictNullable(),
    /** Random. Possession allows reading and withdrawing this response. */
    receipt: p.string().unique(),
    relation: p.enum(relations),
    closeness: p.smallint().strictNullable(),
    elapsedMs: p.integer().strictNullable(),
    answers: p.json<Sealed<Answer[]>>(),
    /** The release it belongs to; null until it is released. The only order among responses that is kept. */
    release: p.integer().strictNullable(),
    /** A day only, because an exact time could reveal the respondent to the owner. */
    submittedOn: p.date(),
  },
  indexes: [{ name: 'response_release', properties: ['survey', 'release', 'id'] }],
  uniques: [
    { name: 'response_client_key', properties: ['survey', 'clientKey'] },
    { name: 'response_device', properties: ['survey', 'device'] },
  ],
});

/** One friend's anonymous answers. */
export class Response extends ResponseSchema.class {}
ResponseSchema.setClass(Response);

/** The sums by relation, and the version of the scoring that they were added up by. */
type ScoredSums = Pick<ReleaseSums, 'relations'> & { scoring: string };

export const releaseSums = new SealedColumn<ScoredSums>('release_sum', 'sums', 'jsonb');

const ReleaseSumSchema = defineEntity({
  name: 'ReleaseSum',
  properties: {
    /** Random. Another set of answers under the same number has another id. */
    id: p.uuid().primary(),
    survey: () => p.manyToOne(Survey).ref().deleteRule('cascade'),
    /** As in `response`. */
    release: p.integer(),
    /** Sealed, because the sums of a relation that one friend has are that friend's answers. */
    sums: p.json<Sealed<ScoredSums>>(),
  },
  uniques: [{ name: 'release_sum_release', properties: ['survey', 'release'] }],
});

/**
 * The sums over the answers of a release, so that a version reads the new answers only. Derived from `response`: it may
 * be missing, and a withdrawal from the release deletes it.
 */
export class ReleaseSum extends ReleaseSumSchema.class {}
ReleaseSumSchema.setClass(ReleaseSum);

/** A response as scoring expects it. */
export const ratingOf = (
  em: EntityManager,
  {
    id,
    relation,
    closeness,
    elapsedMs,
    answers,
  }: Pick<Response, 'id' | 'relation' | 'closeness' | 'elapsedMs' | 'answers'>,
): Rating => ({ relation, closeness, elapsedMs, answers: responseAnswers.open(em, id, answers) });
