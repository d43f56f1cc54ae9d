import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Services } from '../context.js';
import { pieceContent, pieceKey } from '../entities/account/DataExport.js';
import { keptFor } from '../retention.js';
import * as jobs from '../queue/jobs.js';
import { reportOn } from '../queue/runJob.js';

/** Enough for few statements, and little to hold in memory. */
const PIECE_BYTES = 256 * 1024;

/** The files of a person's export. */
export type ExportedFiles = (
  userId: string,
) => AsyncIterable<{ name: string; content: AsyncIterable<string | Buffer> }>;

/** The export is not this attempt's any more: another worker took it over, or the account was deleted. */
class ExportLost extends Error {
  override readonly name = 'ExportLost';
}

/**
 * Makes the ZIP of an export and stores it in pieces, sealed like the texts in it. Reads, packs and stores a piece at a
 * time, and holds no lock meanwhile: the deletion of the account ends it at the next piece. A later attempt begins anew.
 */
export const exportMyData =
  (services: Services, files: ExportedFiles): jobs.StepHandler<{ exportId: string }> =>
  async ({ exportId: id }, attempt) => {
    const { orm, pubsub } = services;
    const fence = await begin(services, id);
    if (fence === null) return;
    try {
      const bytes = await store(
        services,
        { id, fence: fence.attempt },
        zipOf(files(fence.owner)),
        attempt.signal,
      );
      const [done] = await orm.em.fork().execute<{ id: string }[]>(
        `update data_export set status = 'READY', bytes = :bytes, expires_at = now() + make_interval(hours => :hours)
         where id = :id and attempt = :attempt and status = 'PENDING' returning id`,
        { id, attempt: fence.attempt, bytes, hours: keptFor.dataExport.count },
      );
      if (done !== undefined) pubsub.publish('dataExportChanged', { id, revision: 1 });
    } catch (error) {
      if (error instanceof ExportLost) return;
      await fail(services, { id, fence: fence.attempt }, attempt, error);
      throw error;
    }
  };

/** Begins an attempt and drops what an earlier one stored. @returns null if there is nothing left to do */
async function begin({ orm }: Services, id: string): Promise<{ attempt: number; owner: string } | null> {
  return orm.em.fork().transactional(async (em) => {
    const [row] = await em.execute<{ attempt: number; owner: string }[]>(
      `update data_export set attempt = attempt + 1 where id = ? and status = 'PENDING'
       returning attempt, owner_id as owner`,
      [id],
    );
    if (row === undefined) return null;
    await em.execute('delete from data_export_piece where export_id = ?', [id]);
    return row;
  });
}

interface Fence {
  id: string;
  fence: number;
}

/** @returns the length of the file */
async function store(
  { orm }: Services,
  { id, fence }: Fence,
  zip: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<number> {
  const em = orm.em.fork();
  let [bytes, number] = [0, 0];
  for await (const piece of inPieces(zip)) {
    signal.throwIfAborted();
    const content = pieceContent.seal(em, pieceKey(id, number), piece.toString('base64'));
    // The lock on the export, which conflicts with an update of it, makes this come wholly before or wholly after the next attempt, and a deletion.
    const stored = await em.execute<unknown[]>(
      `insert into data_export_piece (export_id, number, content)
       select id, :number, :content from data_export
       where id = :id and attempt = :fence and status = 'PENDING' for share returning number`,
      { id, fence, number, content },
    );
    if (stored.length === 0) throw new ExportLost();
    bytes += piece.length;
    number += 1;
  }
  return bytes;
}

/** Ends a failed attempt; after the last one the export is FAILED. */
async function fail(
  services: Services,
  { id, fence }: Fence,
  attempt: jobs.Attempt,
  error: unknown,
): Promise<void> {
  const gone = await services.orm.em.fork().transactional(async (em) => {
    const end = await services.queue.endFailed(em, jobs.exportMyData, attempt, reportOn(error));
    if (end !== 'LAST') return [];
    await em.execute('delete from data_export_piece where export_id = ?', [id]);
    return em.execute<{ id: string }[]>(
      "update data_export set status = 'FAILED' where id = ? and attempt = ? and status = 'PENDING' returning id",
      [id, fence],
    );
  });
  if (gone.length > 0) services.pubsub.publish('dataExportChanged', { id, revision: 1 });
}

/** A ZIP of the files, written while it is read. */
async function* zipOf(files: ReturnType<ExportedFiles>): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // A file that fails before the ZIP is read ends the ZIP, and the reader gets the error.
  output.on('error', () => {});
  try {
    for await (const { name, content } of files) {
      const source = Readable.from(content, { objectMode: false });
      source.on('error', (error: Error) => output.destroy(error));
      // Pictures are compressed already.
      zip.addReadStream(source, name, { compress: !name.endsWith('.webp') });
    }
    zip.end();
    for await (const chunk of output) yield chunk as Buffer;
  } finally {
    output.destroy();
  }
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}
