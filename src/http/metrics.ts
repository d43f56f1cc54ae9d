import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WorkMetrics } from '../telemetry/workMetrics.js';

let processRegistry: Registry | undefined;

/** Memory, event loop and garbage collection. One registry per process: its observers cannot be stopped. */
function processMetrics(): Registry {
  if (processRegistry === undefined) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}

/** Figures that the metrics read when they are asked for. */
export interface MetricSources {
  /** How often work without a job was found by all processes, by kind. */
  countLostWork(): Promise<Record<string, number>>;
  /** What waits in the queue, of all processes. */
  waitingJobs(): Promise<{ job: string; count: number; oldestSeconds: number }[]>;
  /** What this process did: it is served with the rest. */
  metrics: Pick<WorkMetrics, 'registry'>;
  /** How long a new request would wait for a database connection, in milliseconds. */
  databaseWaitMs(): number;
  /** Reads of this process since its start by the server that answered, and replicas that it does not use. */
  replicas?: (() => { reads: Record<'replica' | 'primary', number>; resting: number }) | undefined;
}

/**
 * The metrics of /metrics. Labels come from the schema, the routes and closed lists, never from a client, so
 * that their number is bounded.
 * @param sources where figures come from that others keep. A metric is omitted while it cannot be read
 */
export function createMetrics(sources: MetricSources) {
  const registers = [new Registry()];
  // Counted by hand, because a counter with labels takes longer than the answer.
  const kept = { 200: 0, 304: 0 };
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
    collect() {
      for (const status of [200, 304] as const) {
        this.inc({ method: 'GET', route: '/graphql', status: String(status) }, kept[status]);
        kept[status] = 0;
      }
    },
  });
  const reads = { kept: 0, joined: 0, made: 0 };
  new Counter({
    name: 'public_reads_total',
    help: 'Reads of trusted documents: kept in memory, joined to one under way, or made',
    labelNames: ['how'],
    registers,
    collect() {
      this.reset();
      for (const [how, times] of Object.entries(reads)) this.inc({ how }, times);
    },
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
    help: 'Running subscriptions, by the field of the schema',
    labelNames: ['field'],
    registers,
  });
  new Counter({
    name: 'lost_work_found_total',
    help: 'Work found without a job by all processes: zero in normal running',
    labelNames: ['kind'],
    registers,
    async collect() {
      this.reset();
      const counts = await sources.countLostWork().catch(() => ({}));
      for (const [kind, found] of Object.entries(counts)) this.inc({ kind }, found);
    },
  });
  // Both gauges are collected at the same time, from one read.
  let reading: ReturnType<MetricSources['waitingJobs']> | undefined;
  const readJobs = (): ReturnType<MetricSources['waitingJobs']> =>
    (reading ??= sources
      .waitingJobs()
      .catch(() => [])
      .finally(() => (reading = undefined)));
  new Gauge({
    name: 'queue_jobs_waiting',
    help: 'Jobs that are due and wait for a worker, of all processes',
    labelNames: ['job'],
    registers,
    async collect() {
      this.reset();
      for (const { job, count } of await readJobs()) this.set({ job }, count);
    },
  });
  new Gauge({
    name: 'queue_oldest_job_seconds',
    help: 'How long the oldest job that is due has been waiting for a worker, of all processes',
    labelNames: ['job'],
    registers,
    async collect() {
      this.reset();
      for (const { job, oldestSeconds } of await readJobs()) this.set({ job }, oldestSeconds);
    },
  });
  new Gauge({
    name: 'database_pool_wait_seconds',
    help: 'How long a new request would wait for a database connection of this process',
    registers,
    collect() {
      this.set(sources.databaseWaitMs() / 1_000);
    },
  });
  const { replicas } = sources;
  if (replicas !== undefined) {
    new Counter({
      name: 'replicated_reads_total',
      help: 'Reads that a replica may answer, by the server that did',
      labelNames: ['server'],
      registers,
      collect() {
        this.reset();
        for (const [server, times] of Object.entries(replicas().reads)) this.inc({ server }, times);
      },
    });
    new Gauge({
      name: 'database_replicas_resting',
      help: 'Replicas that this process does not use, because they fail or lag behind',
      registers,
      collect() {
        this.set(replicas().resting);
      },
    });
  }
  return {
    sockets,
    subscriptions,
    countRequest: (method: string, route: string, status: number): void =>
      requests.inc({ method, route, status: String(status) }),
    /** A read that was answered before it reached a route. */
    countKeptRead: (status: 200 | 304): void => void (kept[status] += 1),
    countPublicRead: (how: 'kept' | 'joined' | 'made'): void => void (reads[how] += 1),
    observeOperation(field: string, code: string, seconds: number): void {
      operations.inc({ field, code });
      durations.observe({ field }, seconds);
    },
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    text: (): Promise<string> =>
      Registry.merge([processMetrics(), sources.metrics.registry, ...registers]).metrics(),
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
