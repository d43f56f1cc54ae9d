import { defineEntity, p } from '@mikro-orm/core';
import type { Consent } from './consent.js';

const UserSchema = defineEntity({
  name: 'User',
  // "user" is a reserved word of SQL.
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    /** Google's own key of a person. E-mail addresses change hands; this never does. */
    googleSub: p.string().unique(),
    email: p.string(),
    displayName: p.string(),
    givenName: p.string(),
    /** Languages in whose norms this person is: once each and never again. */
    inNorms: p.array<string>().default([]),
    /** Null until asked. The month of birth is said once and never changed. */
    consent: p.json<Consent>().strictNullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** Someone who signed in: the owner of surveys. */
export class User extends UserSchema.class {}
UserSchema.setClass(User);
