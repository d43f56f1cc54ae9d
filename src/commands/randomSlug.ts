import { randomBytes } from 'node:crypto';

/** The last part of a link: 128 random bits, which cannot be guessed. */
export const randomSlug = (): string => randomBytes(16).toString('base64url');
