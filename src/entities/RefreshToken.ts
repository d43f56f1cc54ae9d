import { defineEntity, p } from '@mikro-orm/core';
import { Session } from './Session.js';

const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  properties: {
    /** SHA-256 of the token, hex, so that a copy of the database cannot be used to sign in. */
    hash: p.string().primary(),
    session: () => p.manyToOne(Session).ref().deleteRule('cascade').index(),
    expiresAt: p.datetime(),
    /** Time of the first use. A second use after the grace period revokes the session. */
    usedAt: p.datetime().strictNullable(),
  },
});

/** A refresh token. Usable once; within the grace period, it answers the same successor again. */
export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
