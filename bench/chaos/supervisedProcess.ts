import { setTimeout as wait } from 'node:timers/promises';
import { launch } from '../../test/testkit/process.js';

/** A process of the product under a supervisor, which starts another one whenever one has ended. */
export interface SupervisedProcess extends AsyncDisposable {
  isReady(): boolean;
  /** Sends the present process a signal. */
  signal(name: NodeJS.Signals): void;
  /** Settles when the present process has ended. */
  ended(): Promise<unknown>;
  /** Settles when the present process is ready or, if it ends before, one of the next. */
  ready(): Promise<void>;
  /** The end of what its processes wrote. */
  output(): string;
  /** Endings of ready processes that no signal had asked for. */
  crashes(): number;
  /** Endings before the process was ready, for example because the database was away. */
  failedStarts(): number;
}

const RESTART_AFTER_MS = 300;
/** The processes write warnings only. */
const KEPT_CHARACTERS = 200_000;

/** @param env the variables of all its processes */
export function supervise(env: Record<string, string>): SupervisedProcess {
  let written = '';
  let crashes = 0;
  let failedStarts = 0;
  let wasAsked = false;
  let isStopping = false;
  const start = () => launch(env);
  let product = start();
  const isReady = (): boolean => product.output().includes('Re:MirAI is ready');
  const supervision = (async () => {
    for (;;) {
      await product.exited;
      written = (written + product.output()).slice(-KEPT_CHARACTERS);
      if (isStopping) return;
      if (!isReady()) failedStarts += 1;
      else if (!wasAsked) crashes += 1;
      await wait(RESTART_AFTER_MS);
      if (isStopping) return;
      wasAsked = false;
      product = start();
    }
  })();
  return {
    isReady,
    signal(name) {
      if (name !== 'SIGSTOP' && name !== 'SIGCONT') wasAsked = true;
      product.signal(name);
    },
    ended: () => product.exited,
    async ready() {
      while (!isReady()) await wait(20);
    },
    output: () => written + product.output(),
    crashes: () => crashes,
    failedStarts: () => failedStarts,
    async [Symbol.asyncDispose]() {
      isStopping = true;
      product.signal('SIGKILL');
      await supervision;
    },
  };
}
