import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import shared from '../../mikro-orm.config.js';
import { migrate } from '../../src/database/migrate.js';
import { databaseUrl, execute } from '../testkit/templateDatabase.js';

const BEFORE_VERSIONS = 'Migration20261123133623';
const statuses = ['PENDING', 'SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'];
const id = (kind: number, at: number): string => `00000000-0000-4000-8000-0000000000${kind}${at}`;

/** An owner with one survey of three answers for each status that a persona can be in. */
async function fill(db: Client): Promise<void> {
  await db.query(
    "insert into account (id, google_sub, email, display_name, given_name) values ($1, 'sub', 'mina@test.example', 'Mina Park', 'Mina')",
    [id(0, 0)],
  );
  for (const [at, status] of statuses.entries()) {
    await db.query(
      `insert into survey (id, owner_id, slug, owner_name, locale, questionnaire, response_count, device_secret)
       values ($1, $2, $3, 'Mina', 'KO', 'mini-ipip@1', 3, 'secret')`,
      [id(1, at), id(0, 0), `slug-${status}`],
    );
    for (let friend = 0; friend < 3; friend += 1)
      await db.query(
        `insert into response (id, survey_id, client_key, content_hash, receipt, relation, answers, submitted_on)
         values (gen_random_uuid(), $1, $2, 'hash', $3, 'FRIEND', '[]', '2026-11-01')`,
        [id(1, at), `key-${friend}`, `receipt-${status}-${friend}`],
      );
    const isWritten = status === 'GENERATING_IMAGE' || status === 'READY';
    await db.query(
      `insert into persona (id, survey_id, slug, name, status, generation, evidence, text, provenance, illustration, failure)
       values ($1, $2, $3, 'Mina', $4, 1, $5, $6, $7, $8, $9)`,
      [
        id(2, at),
        id(1, at),
        `persona-${status}`,
        status,
        isWritten ? { subject: { name: 'Mina', locale: 'KO' }, friends: 3 } : null,
        isWritten ? { title: 'The Lantern' } : null,
        isWritten ? { scoring: 'scoring@1', prompt: 'persona@2', model: 'a-model' } : null,
        status === 'READY' ? { alt: 'A lamp', source: 'MODEL', sizes: [] } : null,
        status === 'FAILED' ? { step: 'SYNTHESIZING', reason: 'Away.', retryable: true, revision: 4 } : null,
      ],
    );
  }
  await db.query(
    "insert into image (hash, persona_id, width, height, bytes) values ('abc', $1, 8, 8, 'x'::bytea)",
    [id(2, statuses.indexOf('READY'))],
  );
}

it('what was made before there were versions is everybody’s first version, with its picture', async () => {
  const server = inject('postgresUrl');
  await execute(server, 'create database before_versions');
  const url = databaseUrl(server, 'before_versions');
  const orm = await MikroORM.init({ ...shared, clientUrl: url });
  const db = new Client({ connectionString: url });
  await db.connect();
  try {
    await orm.migrator.up({ to: BEFORE_VERSIONS });
    await fill(db);
    await migrate(url);
    const { rows } = await db.query<Record<string, unknown>>(
      `select p.status, p.shown, p.owner_id, p.locale, s.releases, s.unreleased, v.number, v.status as version,
         v.text, v.evidence ->> 'basis' as basis, v.provenance -> 'prompts' as prompts, v.failure,
         (select count(*)::int from response r where r.survey_id = s.id and r.release = 1) as released
       from persona p join survey s on s.id = p.survey_id left join persona_version v on v.persona_id = p.id
       order by p.id`,
    );
    const common = { owner_id: id(0, 0), locale: 'KO' };
    const begun = { ...common, releases: 1, unreleased: 0, released: 3, number: 1 };
    expect(rows).toMatchObject([
      { ...common, status: 'PENDING', shown: null, releases: 0, unreleased: 3, released: 0, version: null },
      { ...begun, status: 'SYNTHESIZING', version: 'SYNTHESIZING', text: null, basis: null },
      { ...begun, status: 'GENERATING_IMAGE', shown: null, text: { title: 'The Lantern' }, basis: 'FRIENDS' },
      { ...begun, status: 'READY', shown: 1, version: 'READY', prompts: { persona: 'persona@2' } },
      { ...begun, status: 'FAILED', failure: { step: 'SYNTHESIZING', reason: 'Away.', retryable: true } },
    ]);
    const pictures = await db.query(
      'select persona_id from image join persona_version v on v.id = version_id',
    );
    expect(pictures.rows).toEqual([{ persona_id: id(2, statuses.indexOf('READY')) }]);
  } finally {
    await db.end();
    await orm.close(true);
    await execute(server, 'drop database before_versions with (force)');
  }
});
