import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { entities } from './src/entities/index.js';

/**
 * Configuration shared by all connections. Callers add the address and the pool. The migrations path is
 * relative to this file, so that it resolves alike under tsx, under vitest and in dist.
 */
export default defineConfig({
  entities,
  extensions: [Migrator],
  migrations: {
    path: fileURLToPath(new URL('./migrations', import.meta.url)),
    glob: '!(*.d).{js,ts}',
    silent: true,
    // Only migrations in the making need it, and a built server may not write here.
    snapshot: import.meta.filename.endsWith('.ts'),
    snapshotName: '.snapshot',
    disableForeignKeys: false,
    safe: false,
  },
  // Otherwise a date column could shift by a day with the machine's time zone.
  forceUtcTimezone: true,
  discovery: { checkDuplicateFieldNames: true },
});
