import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { entities } from './src/entities/index.js';

/** What every connection shares; the address and the pool are the caller's. Found from this file, so that tsx, vitest and dist agree. */
export default defineConfig({
  entities,
  extensions: [Migrator],
  migrations: {
    path: fileURLToPath(new URL('./migrations', import.meta.url)),
    glob: '!(*.d).{js,ts}',
    silent: true,
    snapshot: true,
    snapshotName: '.snapshot',
    disableForeignKeys: false,
    safe: false,
  },
  // Days are days: a date column never shifts with the machine's time zone.
  forceUtcTimezone: true,
  discovery: { checkDuplicateFieldNames: true },
});
