import { randomBytes } from 'node:crypto';

/** The last part of a link: 128 random bits, so that guessing is hopeless. */
export const randomSlug = (): string => randomBytes(16).toString('base64url');
