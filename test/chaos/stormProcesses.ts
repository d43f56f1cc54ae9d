import { type ProductProcess, startProcess } from '../testkit/process.js';
import { freePort } from '../testkit/freePort.js';

/** Several APIs at fixed addresses and several workers, which can be killed one by one. */
export interface StormProcesses extends AsyncDisposable {
  /** Addresses of the APIs; while one is being started again it refuses. */
  urls: string[];
  /** Ends a worker that has been writing from the beginning, for good. */
  killWorker(): Promise<void>;
  /** More workers, which are never killed. */
  addWorkers(count: number): Promise<void>;
  /** Ends an API; another takes its address. Resolves once it is gone. */
  killApi(number: number): Promise<void>;
}

/** @param env what the processes share */
export async function startStormProcesses(
  env: Record<string, string>,
  { apis, workers }: { apis: number; workers: number },
): Promise<StormProcesses> {
  await using opened = new AsyncDisposableStack();
  const starting: Promise<ProductProcess>[] = [];
  const start = (settings: Record<string, string>): Promise<ProductProcess> => {
    const product = startProcess({ ...env, LOG_LEVEL: 'warn', ...settings });
    starting.push(product);
    return product;
  };
  opened.defer(async () => {
    for (const product of await Promise.allSettled(starting))
      if (product.status === 'fulfilled') await product.value[Symbol.asyncDispose]();
  });
  const ports = await Promise.all(Array.from({ length: apis }, freePort));
  const writing = Array.from({ length: workers }, () => start({ ROLE: 'worker' }));
  const answering = ports.map((port) => start({ ROLE: 'api', PORT: String(port) }));
  await Promise.all(starting);
  const kill = async (product: Promise<ProductProcess> | undefined): Promise<void> => {
    const started = await product;
    started?.signal('SIGKILL');
    await started?.exited;
  };
  const closing = opened.move();
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    killWorker: () => kill(writing.shift()),
    async addWorkers(count) {
      await Promise.all(Array.from({ length: count }, () => start({ ROLE: 'worker' })));
    },
    async killApi(number) {
      const at = number % ports.length;
      await kill(answering[at]);
      answering[at] = start({ ROLE: 'api', PORT: String(ports[at]) });
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
