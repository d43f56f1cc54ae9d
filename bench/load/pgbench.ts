import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';

const run = promisify(execFile);

/** Where Debian's postgresql-contrib installs it, if it is not in PATH. */
const PLACES = ['', ...[17, 16, 15, 14].map((version) => `/usr/lib/postgresql/${version}/bin/`)];

/** @returns the program, or null if it is not installed */
async function findPgbench(): Promise<string | null> {
  for (const place of PLACES) {
    if (place !== '' && !existsSync(`${place}pgbench`)) continue;
    const works = await run(`${place}pgbench`, ['--version']).then(
      () => true,
      () => false,
    );
    if (works) return `${place}pgbench`;
  }
  return null;
}

/**
 * The same rows in the same transaction, without a product: the insert of an answer as the product stores it and the
 * update of its survey's counter, each by itself and committed before the next.
 */
const SCRIPT = (surveys: number): string => `\\set n random(1, ${surveys})
begin;
insert into response (id, survey_id, client_key, content_hash, device, receipt, relation, closeness, elapsed_ms, answers, submitted_on)
  select gen_random_uuid(), survey, gen_random_uuid()::text, '', md5(random()::text) || md5(random()::text),
    md5(random()::text), relation, closeness, elapsed_ms, answers, submitted_on from bench_survey, bench_answer where n = :n;
update survey set response_count = response_count + 1, unreleased = unreleased + 1, revision = revision + 1
  where id = (select survey from bench_survey where n = :n) and status = 'OPEN' returning revision, releases, unreleased;
commit;
`;

export interface Pgbench {
  /** @returns transactions a second and the mean latency in milliseconds */
  run: (options: {
    surveys: number;
    clients: number;
    seconds: number;
  }) => Promise<{ perSecond: number; ms: number }>;
}

/**
 * Prepares pgbench on the product's own tables.
 * @param slugs of surveys that the product's load leaves alone
 * @returns null if pgbench is not installed
 */
export async function preparePgbench(
  db: Client,
  databaseUrl: string,
  slugs: string[],
): Promise<Pgbench | null> {
  const program = await findPgbench();
  if (program === null) return null;
  await db.query('create table bench_survey (n int primary key, survey uuid not null)');
  await db.query(
    `insert into bench_survey select row_number() over (), id from survey where slug = any($1)`,
    [slugs],
  );
  await db.query(
    'create table bench_answer as select relation, closeness, elapsed_ms, answers, submitted_on from response limit 1',
  );
  return {
    async run({ surveys, clients, seconds }) {
      const folder = await mkdtemp(join(tmpdir(), 're-mirai-pgbench-'));
      try {
        const file = join(folder, 'answer.sql');
        await writeFile(file, SCRIPT(surveys));
        const args = [
          '-n',
          '-M',
          'prepared',
          '-c',
          String(clients),
          '-j',
          '2',
          '-T',
          String(seconds),
          '-f',
          file,
        ];
        const { stdout } = await run(program, [...args, databaseUrl]);
        const figure = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1]);
        return { perSecond: figure(/tps = ([\d.]+)/), ms: figure(/latency average = ([\d.]+)/) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
