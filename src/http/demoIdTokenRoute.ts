import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { HttpDependencies } from './house.js';
import { isDirectLoopbackRequest } from './isFromHere.js';
import { HttpRefusal } from './refusal.js';

/** Rejects NUL, which PostgreSQL cannot store in text. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !text.includes('\0'));

/** The person who signs in with the stand-in. */
export const demoPersonSchema = z.object({ email: z.email().max(254), name });

/**
 * `POST /demo/google/id-token`: returns an ID token like Google's sign-in. Exists only with a demo issuer.
 * @param origins origins under which this server may be called
 */
export function demoIdTokenRoute(
  app: FastifyInstance,
  { demoIssuer }: HttpDependencies,
  origins: () => ReadonlySet<string>,
): void {
  if (demoIssuer === undefined) return;
  app.post('/demo/google/id-token', async (request, reply) => {
    if (!isDirectLoopbackRequest(request, origins())) throw new HttpRefusal(404);
    const parsed = demoPersonSchema.safeParse(request.body);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') || undefined;
      throw new AppError(
        'BAD_USER_INPUT',
        'Send { "email", "name" } with an email address and a name of 1 to 100 characters.',
        { field },
      );
    }
    const idToken = await demoIssuer.mint(parsed.data);
    return reply.header('cache-control', 'no-store').send({ idToken });
  });
}
