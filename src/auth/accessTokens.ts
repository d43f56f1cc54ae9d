import { jwtVerify, SignJWT } from 'jose';
import { unauthenticated } from '../errors.js';

/** The signed-in caller, from a verified access token whose session has not been revoked. */
export interface Viewer {
  userId: string;
  sessionId: string;
  expiresAt: Date;
}

const LIFETIME_SECONDS = 15 * 60;
const ALGORITHM = 'HS256';
const ISSUER = 're-mirai';
const AUDIENCE = 're-mirai-api';

/** Signs and verifies this API's short-lived access tokens. */
export interface AccessTokens {
  sign(viewer: { userId: string; sessionId: string }): Promise<{ token: string; expiresAt: Date }>;
  /** Does not check whether the session was revoked; the caller does. @throws AppError UNAUTHENTICATED */
  verify(token: string): Promise<Viewer>;
}

/** @param secret at least 32 characters, the same in every process */
export function createAccessTokens(secret: string): AccessTokens {
  const key = new TextEncoder().encode(secret);
  return {
    async sign({ userId, sessionId }) {
      const expiresAt = new Date((Math.floor(Date.now() / 1000) + LIFETIME_SECONDS) * 1000);
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
        .setSubject(userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['sub', 'exp', 'sid'],
        });
        return {
          userId: String(payload.sub),
          sessionId: String(payload['sid']),
          expiresAt: new Date(Number(payload.exp) * 1000),
        };
      } catch (cause) {
        throw Object.assign(unauthenticated(), { cause });
      }
    },
  };
}
