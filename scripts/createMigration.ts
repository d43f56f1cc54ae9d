import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import shared from '../mikro-orm.config.js';
import { migrate } from '../src/database/migrate.js';
import { startEmbeddedPostgres } from '../src/database/embedded/embeddedPostgres.js';

/** Writes the migration for the changes in the entities: `npm run migration:create`. */
const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-migration-'));
{
  await using postgres = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'warn' }) });
  await migrate(postgres.url);
  const orm = await MikroORM.init({ ...shared, clientUrl: postgres.url });
  const { fileName } = await orm.migrator.create();
  process.stdout.write(fileName === '' ? 'Nothing changed.\n' : `Wrote migrations/${fileName}\n`);
  await orm.close(true);
}
await rm(dataDir, { recursive: true, force: true });
