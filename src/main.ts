import { setTimeout as delay } from 'node:timers/promises';
import { startApp } from './app.js';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { isChild, type ReadyMessage, reportReady, runProcesses } from './processes.js';
import { startError } from './startError.js';
import { welcome } from './welcome.js';

/** How long an unready process tries to close in order. */
const CLOSE_WITHIN_MS = 10_000;
/** Longer than all waits of an orderly stop together. What is not handed back by then is taken over. */
const STOP_WITHIN_MS = 30_000;

// Registered before anything opens and handled once: Ctrl-C in a terminal reaches both npm and this process,
// and npm forwards it again. A signal during the start lets the start complete and then closes everything in
// order.
const stopped = new Promise<string>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
});

try {
  const config = readConfig();
  const log = createLog(config);
  process.on('unhandledRejection', (error) => {
    log.fatal({ error }, 'unhandled rejection');
    process.exit(1);
  });
  if (config.processes > 1) {
    const say = ({ url, reports }: ReadyMessage['ready']): void =>
      void process.stdout.write(welcome(config, url, reports));
    process.exit((await runProcesses(config, log, say, stopped)) ? 0 : 1);
  }
  const app = await startApp(config, log);
  const reports = await app.probeModels();
  if (isChild()) reportReady({ url: app.url, reports });
  else process.stdout.write(welcome(config, app.url, reports));
  const reason = await Promise.race([app.unready, stopped]);
  if (typeof reason !== 'string') {
    log.fatal({ failing: reason }, 'unready for too long; ending so that a supervisor starts a new process');
    // What is unreachable may also keep the rest from closing.
    await Promise.race([app[Symbol.asyncDispose](), delay(CLOSE_WITHIN_MS)]);
    process.exit(1);
  }
  log.info({ signal: reason }, 'stopping');
  setTimeout(() => {
    log.error('not stopped in time');
    process.exit(1);
  }, STOP_WITHIN_MS).unref();
  // Ctrl-C comes from a developer, who does not want to wait for a load balancer.
  if (reason !== 'SIGINT') await app.drain();
  await app[Symbol.asyncDispose]();
  // A model call that outlives its job must not keep the process alive.
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${startError(error)}\n\n`);
  process.exit(1);
}
