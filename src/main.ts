import { startApp } from './app.js';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { startError } from './startError.js';
import { welcome } from './welcome.js';

try {
  const config = readConfig();
  const log = createLog(config);
  const app = await startApp(config, log);
  process.stdout.write(welcome(config, app.url));

  // Whoever sends it, and however often: a terminal's Ctrl-C reaches npm and this process, and npm passes it on.
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
  });
  process.on('unhandledRejection', (error) => {
    log.fatal({ error }, 'an error nobody handled');
    process.exit(1);
  });
  log.info({ signal: await stopped }, 'stopping');
  await app[Symbol.asyncDispose]();
  // A model call that outlived its job must not keep the process.
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${startError(error)}\n\n`);
  process.exit(1);
}
