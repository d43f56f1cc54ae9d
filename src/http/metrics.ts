import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

let processRegistry: Registry | undefined;

/** Memory, event loop and garbage collection. One registry per process: its observers cannot be stopped. */
function processMetrics(): Registry {
  if (processRegistry === undefined) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}

/**
 * The metrics of /metrics. Labels come from the schema, the routes and closed lists, never from a client, so
 * that their number is bounded.
 * @param countLostWork counts of all processes, by kind. The metric is omitted while they cannot be read
 */
export function createMetrics(countLostWork: () => Promise<Record<string, number>>) {
  const registers = [new Registry()];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const operations = new Counter({
    name: 'graphql_operations_total',
    help: 'GraphQL operations over HTTP by first root field and first error code',
    labelNames: ['field', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'graphql_operation_seconds',
    help: 'Time from parsing to answer of GraphQL operations over HTTP',
    labelNames: ['field'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const sockets = new Gauge({ name: 'websocket_connections', help: 'Open WebSockets', registers });
  const subscriptions = new Gauge({
    name: 'graphql_subscriptions',
    help: 'Running subscriptions',
    registers,
  });
  new Counter({
    name: 'lost_work_found_total',
    help: 'Work found without a job by all processes: zero in normal running',
    labelNames: ['kind'],
    registers,
    async collect() {
      this.reset();
      const counts = await countLostWork().catch(() => ({}));
      for (const [kind, found] of Object.entries(counts)) this.inc({ kind }, found);
    },
  });
  return {
    sockets,
    subscriptions,
    countRequest: (method: string, route: string, status: number): void =>
      requests.inc({ method, route, status: String(status) }),
    observeOperation(field: string, code: string, seconds: number): void {
      operations.inc({ field, code });
      durations.observe({ field }, seconds);
    },
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    text: (): Promise<string> => Registry.merge([processMetrics(), ...registers]).metrics(),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

/** `/metrics`: metrics in the Prometheus format. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', async (_request, reply) =>
    reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text()),
  );
}
