import { pino } from 'pino';
import { readConfig } from '../src/config.js';
import { loadDataKeys } from '../src/database/loadDataKeys.js';
import { migrate } from '../src/database/migrate.js';
import { openDatabase } from '../src/database/openDatabase.js';
import { reencrypt } from '../src/database/reencrypt.js';
import { startError } from '../src/startError.js';
import { reachDatabase } from './backup/reachDatabase.js';

/**
 * Encrypts with the first key of DATA_KEYS what is encrypted with another one, or not at all: `npm run
 * rotate-keys`. The product may run. An interrupted run can be started again.
 */
try {
  const config = readConfig();
  await using opened = new AsyncDisposableStack();
  const { url } = opened.use(await reachDatabase(config, pino({ level: 'warn' })));
  await migrate(url);
  const orm = await openDatabase(url);
  opened.defer(() => orm.close(true));
  await loadDataKeys(orm, config);
  const { encrypted, remaining, retired } = await reencrypt(orm);
  process.stdout.write(`Encrypted ${encrypted} values with the first key.\n`);
  if (remaining > 0) {
    process.stderr.write(
      `${remaining} values are encrypted with another key or not at all. A process still writes them: restart all processes with the same DATA_KEYS and run this again.\n`,
    );
    process.exitCode = 1;
  }
  if (retired.length > 0)
    process.stdout.write(
      `No value of this database needs ${retired.join(', ')} any more. Older backups still do.\n`,
    );
} catch (error) {
  process.stderr.write(`${startError(error)}\n`);
  process.exitCode = 1;
}
// What lingers, such as a connection that is still closing, must not keep the command alive.
process.exit();
