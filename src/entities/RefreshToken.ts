import { defineEntity, p } from '@mikro-orm/core';
import { Session } from './Session.js';

const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  properties: {
    /** SHA-256 of the token, hex: a copy of the database signs nobody in. */
    hash: p.string().primary(),
    session: () => p.manyToOne(Session).ref().deleteRule('cascade').index(),
    expiresAt: p.datetime(),
    /** First use. A second one later than the grace revokes the session. */
    usedAt: p.datetime().strictNullable(),
  },
});

/** A refresh token as the server knows it: used once, except for parallel refreshes within the grace. */
export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
