import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '../errors.js';
import { isLoopback } from '../limits/isLoopback.js';
import type { HttpHouse } from './house.js';
import { Refusal } from './refusal.js';

const person = z.object({ email: z.email().max(254), name: z.string().trim().min(1).max(100) });

/** Judged by the socket. A request that went through a proxy comes from elsewhere, however near the proxy is. */
const isFromHere = ({ raw }: FastifyRequest): boolean =>
  isLoopback(raw.socket.remoteAddress ?? '') &&
  raw.headers['x-forwarded-for'] === undefined &&
  raw.headers.forwarded === undefined;

/** `POST /demo/google/id-token`: what a button of Google's would give. Not there at all unless the house can mint. */
export function demoIdTokenRoute(app: FastifyInstance, house: HttpHouse): void {
  if (house.mintIdToken === undefined) return;
  app.post('/demo/google/id-token', async (request, reply) => {
    if (!isFromHere(request)) throw new Refusal(404);
    const parsed = person.safeParse(request.body);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') || undefined;
      throw new AppError(
        'BAD_USER_INPUT',
        'Send { "email", "name" }: an e-mail address, and a name of 1 to 100 characters.',
        { field },
      );
    }
    const idToken = await house.mintIdToken?.(parsed.data);
    return reply.header('cache-control', 'no-store').send({ idToken });
  });
}
