import { defineEntity, p } from '@mikro-orm/core';
import { User } from './User.js';

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    createdAt: p.datetime().defaultRaw('now()'),
    /** A day only: its owner needs no finer time to recognize a session, and so none is kept. */
    lastUsedOn: p.date().defaultRaw('current_date'),
    /** What the device called itself at the sign-in; null if it said nothing. Shown to its owner. */
    userAgent: p.string().strictNullable(),
    /** Set by sign-out and by the reuse of a refresh token. Revocation is permanent. */
    revokedAt: p.datetime().strictNullable(),
  },
});

/** One sign-in on one device, to which a family of refresh tokens belongs. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

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
