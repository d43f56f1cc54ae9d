import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Inbox } from '../entities/notifications/Inbox.js';

/** The tokens in the links that end an owner's e-mails without sign-in. */
export interface UnsubscribeTokens {
  /** The same for every e-mail to an owner, so that the link in an old one still works. */
  tokenOf(userId: string): string;
  /** The owner that a token belongs to. Null if this server did not make it. */
  ownerOf(token: string): string | null;
}

const UUID_HEX = 32;
const TOKEN = /^([0-9a-f]{32})([\w-]{43})$/;

/** @param secret the same in every process */
export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 're-mirai unsubscribe link', 32));
  const sign = (hex: string): string => createHmac('sha256', key).update(hex).digest('base64url');
  return {
    tokenOf(userId) {
      const hex = userId.replaceAll('-', '').toLowerCase();
      return `${hex}${sign(hex)}`;
    },
    ownerOf(token) {
      const [, hex = '', signature = ''] = TOKEN.exec(token) ?? [];
      if (hex.length !== UUID_HEX) return null;
      if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(hex)))) return null;
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}

/** What the page behind an unsubscribe link does. */
export interface Unsubscribe {
  isKnown(token: string): boolean;
  /** Turns the owner's e-mails off. @returns false for a token that this server did not make */
  turnOff(token: string): Promise<boolean>;
}

/** Idempotent, and without effect for an account that was deleted. */
export const createUnsubscribe = (orm: MikroORM, tokens: UnsubscribeTokens): Unsubscribe => ({
  isKnown: (token) => tokens.ownerOf(token) !== null,
  async turnOff(token) {
    const owner = tokens.ownerOf(token);
    if (owner === null) return false;
    await orm.em.fork().nativeUpdate(Inbox, { user: owner }, { email: false });
    return true;
  },
});
