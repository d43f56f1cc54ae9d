import { defineEntity, p } from '@mikro-orm/core';
import type { Answer } from '../measurement/answers.js';
import { Survey } from './Survey.js';

export const relations = ['FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER'] as const;
export type Relation = (typeof relations)[number];

const ResponseSchema = defineEntity({
  name: 'Response',
  properties: {
    /** Random, so that neither the key nor its order reveals who answered first. */
    id: p.uuid().primary(),
    survey: () => p.manyToOne(Survey).ref().deleteRule('cascade'),
    clientKey: p.string(),
    /** SHA-256 of the content, hex. Distinguishes a retry from a different response with the same key. */
    contentHash: p.string(),
    /** HMAC-SHA-256(survey's secret, device's token), hex. Token, address and user agent are never stored. */
    device: p.string().strictNullable(),
    /** Random. Possession allows reading and withdrawing this response. */
    receipt: p.string().unique(),
    relation: p.enum(relations),
    closeness: p.smallint().strictNullable(),
    elapsedMs: p.integer().strictNullable(),
    answers: p.json<Answer[]>(),
    /** The release it belongs to; null until it is released. The only order among responses that is kept. */
    release: p.integer().strictNullable(),
    /** A day only, because an exact time could reveal the respondent to the owner. */
    submittedOn: p.date(),
  },
  uniques: [
    { name: 'response_client_key', properties: ['survey', 'clientKey'] },
    { name: 'response_device', properties: ['survey', 'device'] },
  ],
});

/** One friend's anonymous answers. */
export class Response extends ResponseSchema.class {}
ResponseSchema.setClass(Response);
