import { describe, expect, it } from 'vitest';
import { DataExportChangedDocument, ExportMyDataDocument } from '../../operations/generated/graphql.js';
import { unzip } from '../testkit/unzip.js';
import { until } from '../testkit/until.js';
import { setStage, type Stage } from './sagaWithWorkers.js';

const MESSAGES = 3_000;

/** A conversation that no compressor makes small, so that its file has several pieces. */
const talkMuch = ({ hand, survey }: Stage) =>
  hand.query(
    `with made as (insert into conversation (id, persona_id) values (gen_random_uuid(), $1::uuid) returning id),
     numbered as materialized (select depth, gen_random_uuid() as id from generate_series(0, $2::int - 1) as depth)
     insert into message (id, conversation_id, parent_id, depth, sibling, active, role, text, status)
     select n.id, made.id, before.id, n.depth, 0, true, 'USER',
       (select string_agg(encode(sha256((n.id || part::text)::bytea), 'hex'), '') from generate_series(1, 12) part), 'COMPLETE'
     from made, numbered n left join numbered before on before.depth = n.depth - 1`,
    [survey.persona.id, MESSAGES],
  );

/** Counts how often exports become READY, and lets `hand` hold up what is written there. */
async function watchExports({ hand }: Stage): Promise<void> {
  await hand.query(`create table became_ready (id uuid);
    create function wait_for_hand() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock_shared(tg_argv[0]::int);
      if tg_argv[0] = '2' then insert into became_ready values (new.id); end if;
      return new; end $$;
    create trigger hold_piece before insert on data_export_piece for each row when (new.number = 2)
      execute function wait_for_hand(1);
    create trigger hold_ready before update on data_export for each row
      when (new.status = 'READY') execute function wait_for_hand(2)`);
}

const holding = (lock: string) => async (stage: Stage) => {
  await stage.hand.query('begin');
  await stage.hand.query(lock);
  const worker = await stage.startWorker();
  await stage.owner.client.run(ExportMyDataDocument, {});
  return worker;
};

/** Where the power is cut. */
const points = {
  'in the middle of its file': holding('select pg_advisory_xact_lock(1)'),
  'with the whole file stored, before it is READY': holding('select pg_advisory_xact_lock(2)'),
  'after it is READY, before its job is done': async (stage: Stage) => {
    const worker = await stage.startWorker();
    await stage.hand.query('select pg_advisory_lock(2)');
    await stage.owner.client.run(ExportMyDataDocument, {});
    await stage.blocked();
    await stage.hand.query('begin');
    await stage.hand.query("select id from pgboss.job where name = 'exportMyData' for update");
    await stage.hand.query('select pg_advisory_unlock(2)');
    await until('it is READY', async () => {
      const { rows } = await stage.hand.query('select id from became_ready');
      return rows.length === 1;
    });
    return worker;
  },
};

describe('kill -9 of the worker that makes an export', () => {
  it.each(Object.entries(points))('%s leaves one whole file and nothing else', async (_name, reach) => {
    await using stage = await setStage();
    const { client, session } = stage.owner;
    await talkMuch(stage);
    await watchExports(stage);
    const victim = await reach(stage);
    await stage.blocked();
    await stage.cutPower(victim);
    await stage.hand.query('rollback');
    await stage.startSuccessor();

    const asked = await stage.hand.query<{ id: string }>('select id from data_export');
    const id = asked.rows[0]?.id ?? '';
    let url: string | null | undefined;
    for await (const { dataExportChanged } of client.follow(DataExportChangedDocument, { id })) {
      expect(dataExportChanged.status).not.toBe('FAILED');
      url = dataExportChanged.url;
      if (dataExportChanged.status === 'READY') break;
    }
    const bytes = Buffer.from(await (await fetch(url ?? '')).arrayBuffer());
    const files = await unzip(bytes);
    const talk = JSON.parse(String(files.get(`personas/${stage.survey.persona.id}/conversation.json`))) as {
      messages: unknown[];
    };
    expect(talk.messages).toHaveLength(MESSAGES);
    expect(String(files.get('account.json'))).toContain(session.user.email);

    await until('the job is done', async () => {
      const { rows } = await stage.hand.query("select state from pgboss.job where name = 'exportMyData'");
      return rows.every((row: { state: string }) => row.state === 'completed');
    });
    const { rows } = await stage.hand.query<{
      ready: number;
      exports: number;
      bytes: number;
      pieces: number[];
    }>(
      `select (select count(*)::int from became_ready) as ready, (select count(*)::int from data_export) as exports,
         (select bytes from data_export limit 1) as bytes, (select array_agg(number order by number) from data_export_piece) as pieces`,
    );
    const pieces = rows[0]?.pieces ?? [];
    expect(pieces.length).toBeGreaterThan(3);
    // No piece of an attempt that ended is left between or after those of the file, which are what was downloaded.
    expect(pieces).toEqual(Array.from(pieces, (_, number) => number));
    expect(rows).toEqual([{ ready: 1, exports: 1, bytes: bytes.length, pieces }]);
  });
});
