import { createHash } from 'node:crypto';

/** How the server stores a client's token: SHA-256, hex. Tokens are random, so no salt is needed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
