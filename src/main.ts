import { startApp } from './app.js';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { startError } from './startError.js';
import { welcome } from './welcome.js';

// Heard from the first moment, whoever sends it and however often: a terminal's Ctrl-C reaches npm and this process, and
// npm passes it on. One that comes while things open lets them open, and then closes them in order.
const stopped = new Promise<string>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
});

try {
  const config = readConfig();
  const log = createLog(config);
  process.on('unhandledRejection', (error) => {
    log.fatal({ error }, 'an error nobody handled');
    process.exit(1);
  });
  const app = await startApp(config, log);
  process.stdout.write(welcome(config, app.url));
  log.info({ signal: await stopped }, 'stopping');
  await app[Symbol.asyncDispose]();
  // A model call that outlived its job must not keep the process.
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${startError(error)}\n\n`);
  process.exit(1);
}
