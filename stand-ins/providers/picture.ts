import { crc32, deflateSync } from 'node:zlib';

const SIDE = 1024;

function block(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

function plainPng(): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + 3 * SIDE, 90);
  row[0] = 0;
  const rows = deflateSync(Buffer.concat(Array<Buffer>(SIDE).fill(row)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    block('IHDR', header),
    block('IDAT', rows),
    block('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}

/** A PNG of one colour, in base64. */
export const picture = plainPng();
