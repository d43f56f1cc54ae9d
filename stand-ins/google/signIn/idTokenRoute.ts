import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../../src/errors.js';
import type { GoogleIssuer } from '../issuer.js';

/** Rejects NUL, which PostgreSQL cannot store in text. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !text.includes('\0'));

/** The person who signs in with the stand-in. */
export const demoPersonSchema = z.object({ email: z.email().max(254), name });

/** What the routes need of the issuer. */
export type Minter = Pick<GoogleIssuer, 'clientId' | 'mint'>;

/** `POST /demo/google/id-token`: returns an ID token, as Google's sign-in button does. */
export function idTokenRoute(app: FastifyInstance, { mint }: Minter): void {
  app.post('/demo/google/id-token', async (request, reply) => {
    const parsed = demoPersonSchema.safeParse(request.body);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') || undefined;
      throw new AppError(
        'BAD_USER_INPUT',
        'Send { "email", "name" } with an email address and a name of 1 to 100 characters.',
        { field },
      );
    }
    const idToken = await mint(parsed.data);
    return reply.header('cache-control', 'no-store').send({ idToken });
  });
}
