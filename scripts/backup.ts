import { resolve } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../src/config.js';
import { startError } from '../src/startError.js';
import { reachDatabase } from './backup/reachDatabase.js';
import { writeBackup } from './backup/writeBackup.js';

/** Writes a backup of the database: `npm run backup -- [file]`. The product may run or not. */
try {
  const config = readConfig();
  const [given] = process.argv.slice(2);
  const file = resolve(given ?? `re-mirai-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.backup.gz`);
  await using database = await reachDatabase(config, pino({ level: 'warn' }));
  const counts = await writeBackup(database.url, file);
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const keys = config.dataKeys === undefined ? `${config.dataDir}/data-keys` : 'DATA_KEYS or APP_SECRET';
  process.stdout.write(`Wrote ${file}: ${rows} rows of ${Object.keys(counts).length} tables.

THE KEYS ARE NOT IN THE BACKUP. Without them, nobody can read its answers and conversations.
Keep a copy of ${keys} in another place than the backup.
`);
} catch (error) {
  process.stderr.write(`${startError(error)}\n`);
  process.exitCode = 1;
}
// What lingers, such as a connection that is still closing, must not keep the command alive.
process.exit();
