import { defineEntity, p } from '@mikro-orm/core';
import type { Consent } from './age.js';

const UserSchema = defineEntity({
  name: 'User',
  // "user" is a reserved word of SQL.
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    /** Google's id of the account. Unlike an e-mail address it never changes hands. */
    googleSub: p.string().unique(),
    email: p.string(),
    displayName: p.string(),
    givenName: p.string(),
    /** Languages whose norms already include this person. Each includes a person at most once. */
    inNorms: p.array<string>().default([]),
    /** Null until asked. The month of birth is set once and never changes. */
    consent: p.json<Consent>().strictNullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** A signed-in person, who owns surveys. */
export class User extends UserSchema.class {}
UserSchema.setClass(User);
