import type { FastifyInstance } from 'fastify';
import type { Metrics } from './createMetrics.js';
import { exemptFromLoadShedding } from './shedLoad.js';

/** `/metrics`: metrics in the Prometheus format. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', exemptFromLoadShedding, async (_request, reply) =>
    reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text()),
  );
}
