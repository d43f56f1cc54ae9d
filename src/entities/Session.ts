import { defineEntity, p } from '@mikro-orm/core';
import { User } from './User.js';

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    createdAt: p.datetime().defaultRaw('now()'),
    /** Set by sign-out and by the reuse of a refresh token. A revoked session never comes back. */
    revokedAt: p.datetime().strictNullable(),
  },
});

/** One sign-in on one device: the family that all of its refresh tokens belong to. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
