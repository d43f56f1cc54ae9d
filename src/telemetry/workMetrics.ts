import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How an attempt at a job ended. DEAD: it goes to the dead letter at once. */
export type JobOutcome = 'done' | 'failed' | 'dead' | 'handed_back';

/** Which model was called. */
export type ModelRole = 'text' | 'chat' | 'image' | 'moderation';

/** Seconds, from a step without a model call to the longest total clock of one. */
const LONG = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640];
/** Seconds, from a saga of the demo to one that outlasts an outage of its provider. */
const SAGA = [1, 2.5, 5, 10, 20, 30, 45, 60, 90, 120, 240, 480, 960, 3_600, 14_400];

/**
 * What this process did: jobs, sagas, calls of models and waits for the database. Labels come from closed lists, and no value says whose work
 * it was. A process that runs workers only serves these too, on METRICS_PORT.
 */
export function createWorkMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const jobs = new Histogram({
    name: 'job_seconds',
    help: 'Time of an attempt at a job, by outcome: done, failed (tried again), dead, handed_back',
    labelNames: ['job', 'outcome'],
    buckets: LONG,
    registers,
  });
  const stages = new Histogram({
    name: 'persona_stage_seconds',
    help: 'Time of a stage of writing a persona',
    labelNames: ['stage', 'outcome'],
    buckets: LONG,
    registers,
  });
  const sagas = new Histogram({
    name: 'persona_saga_seconds',
    help: 'Time from the answer, or the retry, that started a version until it was READY or FAILED',
    labelNames: ['outcome'],
    buckets: SAGA,
    registers,
  });
  const calls = new Histogram({
    name: 'model_call_seconds',
    help: 'Time of a model call, by outcome: done, stopped (by us), withheld (not made), or the kind of its failure',
    labelNames: ['role', 'outcome'],
    buckets: LONG,
    registers,
  });
  const tokens = new Counter({
    name: 'model_tokens_total',
    help: 'Tokens that providers reported',
    labelNames: ['role', 'direction'],
    registers,
  });
  const dollars = new Counter({
    name: 'model_cost_dollars_total',
    help: 'Cost of model calls in US dollars, at list prices or those of the settings',
    labelNames: ['role'],
    registers,
  });
  const unpriced = new Counter({
    name: 'model_unpriced_answers_total',
    help: 'Answers whose cost is unknown: no price, or no tokens reported',
    labelNames: ['role'],
    registers,
  });
  const breakers = new Map<ModelRole, () => boolean>();
  new Gauge({
    name: 'model_breaker_open',
    help: '1 while calls of a role wait because its provider fails',
    labelNames: ['role'],
    registers,
    // A breaker says so until a time, and nothing happens at that time.
    collect() {
      for (const [role, isOpen] of breakers) this.set({ role }, Number(isOpen()));
    },
  });
  const waits = new Histogram({
    name: 'database_connection_wait_seconds',
    help: 'Waits for a database connection while all were in use',
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  return {
    registry,
    observeJob: (job: string, outcome: JobOutcome, seconds: number): void =>
      jobs.observe({ job, outcome }, seconds),
    observeStage: (stage: string, outcome: 'done' | 'failed', seconds: number): void =>
      stages.observe({ stage, outcome }, seconds),
    observeSaga: (outcome: 'ready' | 'failed', begunAt: Date): void =>
      sagas.observe({ outcome }, Math.max(0, Date.now() - begunAt.getTime()) / 1_000),
    observeCall: (role: ModelRole, outcome: string, seconds: number): void =>
      calls.observe({ role, outcome }, seconds),
    /** @param cost in US dollars, null if unknown */
    countAnswer(
      role: ModelRole,
      usage: { inputTokens: number | null; outputTokens: number | null },
      cost: number | null,
    ): void {
      tokens.inc({ role, direction: 'input' }, usage.inputTokens ?? 0);
      tokens.inc({ role, direction: 'output' }, usage.outputTokens ?? 0);
      if (cost === null) unpriced.inc({ role });
      else dollars.inc({ role }, cost);
    },
    /** @param isOpen asked whenever the metrics are read */
    showBreaker: (role: ModelRole, isOpen: () => boolean): void => void breakers.set(role, isOpen),
    observeConnectionWait: (seconds: number): void => waits.observe(seconds),
  };
}

export type WorkMetrics = ReturnType<typeof createWorkMetrics>;
