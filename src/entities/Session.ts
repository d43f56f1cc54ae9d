import { defineEntity, p } from '@mikro-orm/core';
import { User } from './User.js';

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    createdAt: p.datetime().defaultRaw('now()'),
    /** Set by sign-out and by the reuse of a refresh token. Revocation is permanent. */
    revokedAt: p.datetime().strictNullable(),
  },
});

/** One sign-in on one device, to which a family of refresh tokens belongs. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
