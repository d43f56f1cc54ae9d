import type { MikroORM } from '@mikro-orm/postgresql';
import { DataExport, DataExportPiece, pieceContent, pieceKey } from '../../entities/account/DataExport.js';

/**
 * The file of an export, read piece by piece while it is sent.
 * @returns null if there is none, or no more. If it is deleted while it is sent, its pieces end with an error
 */
export async function readDataExport(
  orm: MikroORM,
  id: string,
): Promise<{ bytes: number; pieces: AsyncIterable<Buffer> } | null> {
  const found = await orm.em
    .fork()
    .findOne(DataExport, { id, status: 'READY', expiresAt: { $gt: new Date() } });
  if (found?.bytes == null) return null;
  return { bytes: found.bytes, pieces: piecesOf(orm, id, found.bytes) };
}

async function* piecesOf(orm: MikroORM, id: string, bytes: number): AsyncGenerator<Buffer> {
  for (let [sent, number] = [0, 0]; sent < bytes; number += 1) {
    const em = orm.em.fork();
    const piece = await em.findOneOrFail(DataExportPiece, { export: id, number });
    const content = Buffer.from(pieceContent.open(em, pieceKey(id, number), piece.content), 'base64');
    yield content;
    sent += content.length;
  }
}
