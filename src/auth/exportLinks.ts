import { hkdfSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

export const characterCardFormats = ['PNG', 'JSON', 'CHARX'] as const;
export type CharacterCardFormat = (typeof characterCardFormats)[number];

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), id: z.uuid(), format: z.enum(characterCardFormats) }),
  z.object({ kind: z.literal('data'), id: z.uuid() }),
]);

/** The file behind a link: a persona as a character card, by the persona's id, or an export of an account's data. */
export type ExportTarget = z.infer<typeof target>;

/**
 * The links of private files. A link is signed, so it cannot be guessed, and nothing lists it. Anyone with the link can
 * download the file without signing in until it expires or the file is deleted. The same target and time give the
 * same link.
 */
export interface ExportLinks {
  /** @returns the last part of the link */
  sign(file: ExportTarget, expiresAt: Date): Promise<string>;
  /** @returns null for a link that was not signed here or has expired */
  open(token: string): Promise<ExportTarget | null>;
}

const ALGORITHM = 'HS256';
/** Differs from that of access tokens, and so does the key: neither can stand in for the other. */
const AUDIENCE = 're-mirai-export';
const MAX_LENGTH = 1_024;

/** @param secret the same in every process; with another one, earlier links stop working */
export function createExportLinks(secret: string): ExportLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 're-mirai export link', 32));
  return {
    sign: (file, expiresAt) =>
      new SignJWT({ file })
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(AUDIENCE)
        .setExpirationTime(expiresAt)
        .sign(key),
    async open(token) {
      if (token.length > MAX_LENGTH) return null;
      const verified = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        audience: AUDIENCE,
        requiredClaims: ['exp', 'file'],
      }).catch(() => null);
      return verified && (target.safeParse(verified.payload['file']).data ?? null);
    },
  };
}
