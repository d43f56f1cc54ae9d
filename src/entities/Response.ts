import { defineEntity, p } from '@mikro-orm/core';
import type { Answer } from '../mirror/answers.js';
import { Survey } from './Survey.js';

export const relations = ['FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER'] as const;
export type Relation = (typeof relations)[number];

const ResponseSchema = defineEntity({
  name: 'Response',
  properties: {
    /** Random, so that neither the key nor its order says who came first. */
    id: p.uuid().primary(),
    survey: () => p.manyToOne(Survey).ref().deleteRule('cascade'),
    clientKey: p.string(),
    /** SHA-256 of what was sent, hex: tells a retry from another answer under the same key. */
    contentHash: p.string(),
    /** HMAC-SHA-256(the survey's secret, the device's token), hex. Never the token, an address or a user agent. */
    device: p.string().strictNullable(),
    /** Random; whoever holds it may read and withdraw this response. */
    receipt: p.string().unique(),
    relation: p.enum(relations),
    closeness: p.smallint().strictNullable(),
    elapsedMs: p.integer().strictNullable(),
    answers: p.json<Answer[]>(),
    /** The release that it came with; null until enough others are there. The only order among answers that is kept. */
    release: p.integer().strictNullable(),
    /** A day, nothing finer: an exact time would tell the owner who it was. */
    submittedOn: p.date(),
  },
  uniques: [
    { name: 'response_client_key', properties: ['survey', 'clientKey'] },
    { name: 'response_device', properties: ['survey', 'device'] },
  ],
});

/** What one friend answered, anonymously. */
export class Response extends ResponseSchema.class {}
ResponseSchema.setClass(Response);
