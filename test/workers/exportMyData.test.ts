import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { DataExport } from '../../src/entities/account/DataExport.js';
import { User } from '../../src/entities/User.js';
import type { Attempt } from '../../src/queue/jobs.js';
import { readDataExport } from '../../src/resolvers/account/readDataExport.js';
import { type ExportedFiles, exportMyData } from '../../src/workers/exportMyData.js';
import { countRows } from '../chat/talk.js';
import { someone } from '../testkit/seed.js';
import { unzip } from '../testkit/unzip.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();

const attempt = (number = 1): Attempt => ({
  jobId: randomUUID(),
  number,
  signal: new AbortController().signal,
  sentAt: new Date(),
  failed: null,
});

async function pendingExport() {
  const { session } = await someone(test.url);
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  await test.app.services.orm.em.fork().insert(DataExport, { id, owner: session.user.id, expiresAt });
  return { id, owner: session.user.id };
}

const statusOf = async (id: string) =>
  (await test.app.services.orm.em.fork().findOne(DataExport, id))?.status ?? 'GONE';

/** Larger than a piece, and of no use to a compressor. */
async function* large(pieces = 8): AsyncGenerator<Buffer> {
  const { randomBytes } = await import('node:crypto');
  for (let piece = 0; piece < pieces; piece += 1) yield randomBytes(128 * 1024);
}

/** Files of which the last one is read only once it is let go. */
function heldFiles() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const files: ExportedFiles = async function* (userId) {
    yield { name: 'large.webp', content: large() };
    yield {
      name: `${userId}.json`,
      content: (async function* () {
        reached.resolve();
        await promise;
        yield '{}\n';
      })(),
    };
  };
  return { files, letGo: resolve, reached: reached.promise };
}

it('an attempt that another one took over stores nothing more, and the file is whole', async () => {
  const { id, owner } = await pendingExport();
  const { services } = test.app;
  const [slow, quick] = [heldFiles(), heldFiles()];
  const first = exportMyData(services, slow.files)({ exportId: id }, attempt());
  await slow.reached;
  quick.letGo();
  await exportMyData(services, quick.files)({ exportId: id }, attempt(2));
  slow.letGo();
  await first;
  expect(await statusOf(id)).toBe('READY');
  const file = await readDataExport(services.orm, id);
  const parts: Buffer[] = [];
  for await (const piece of file!.pieces) parts.push(piece);
  expect(parts.length).toBeGreaterThan(3);
  expect(file?.bytes).toBe(Buffer.concat(parts).length);
  expect([...(await unzip(Buffer.concat(parts))).keys()]).toEqual(['large.webp', `${owner}.json`]);
  expect(await countRows(test, 'data_export_piece', `export_id = '${id}'`)).toBe(parts.length);
});

it('the deletion of the account ends it, and waits for nothing', async () => {
  const { id, owner } = await pendingExport();
  const held = heldFiles();
  const making = exportMyData(test.app.services, held.files)({ exportId: id }, attempt());
  await held.reached;
  await until(
    'a piece is stored',
    async () => (await countRows(test, 'data_export_piece', `export_id = '${id}'`)) > 0,
  );
  await test.app.services.orm.em.fork().nativeDelete(User, { id: owner });
  held.letGo();
  await making;
  expect(await statusOf(id)).toBe('GONE');
  expect(await countRows(test, 'data_export_piece', `export_id = '${id}'`)).toBe(0);
});

it('a file that cannot be read fails the attempt and never the process', async () => {
  const { id } = await pendingExport();
  const broken: ExportedFiles = async function* () {
    yield { name: 'large.webp', content: large() };
    yield {
      name: 'broken.json',
      content: (async function* () {
        yield '{';
        throw new Error('unreadable');
      })(),
    };
  };
  await expect(exportMyData(test.app.services, broken)({ exportId: id }, attempt())).rejects.toThrow(
    'unreadable',
  );
  // Its job has no further attempt to come, but it is not this one that was the last.
  expect(await statusOf(id)).toBe('PENDING');
});
