import type { FastifyInstance } from 'fastify';

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Re:MirAI</title>
<h1>Re:MirAI</h1>
<p>The API is running. The web app is not part of this build.</p>
<ul>
<li><a href="/graphql">Playground</a></li>
<li><a href="/readyz">Readiness</a></li>
<li><a href="/healthz">Health</a></li>
</ul>
</html>
`;

/** `/`: says what there is. */
export function landingRoute(app: FastifyInstance): void {
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}
