import { startApp } from './app.js';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { startError } from './startError.js';
import { welcome } from './welcome.js';

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
  const app = await startApp(config, log);
  process.stdout.write(welcome(config, app.url));
  log.info({ signal: await stopped }, 'stopping');
  await app[Symbol.asyncDispose]();
  // A model call that outlives its job must not keep the process alive.
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${startError(error)}\n\n`);
  process.exit(1);
}
