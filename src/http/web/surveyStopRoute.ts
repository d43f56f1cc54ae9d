import type { FastifyInstance } from 'fastify';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { callerAddress } from '../request.js';

const MAX_BODY_BYTES = 256;

/**
 * `POST /s/:slug/stop` `{ "step": "MI07" }`: the app says, as it is left, at which step of the survey that was. Not
 * an operation of GraphQL, because a browser sends a beacon from a page that is closing, and waits for no answer.
 * What is known and what is not has the same answer.
 */
export function surveyStopRoute(app: FastifyInstance, dependencies: HttpDependencies): void {
  const { config, limits, publicPages } = dependencies;
  app.post<{ Params: { slug: string }; Body: { step?: unknown } | null }>(
    '/s/:slug/stop',
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const address = callerAddress(request.raw, config.proxies);
      await limits.take('surveyStop', address, address);
      if (!publicPages.countStop(request.params.slug, request.body?.step)) throw new HttpRefusal(400);
      return reply.code(204).send();
    },
  );
}
