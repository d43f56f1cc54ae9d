import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { readCardFile } from '../../../web/src/features/persona/readCardFile.js';
import { characterCardFiles } from '../../../src/images/characterCard/writeCharacterCard.js';

const pixel = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#345' } })
  .png()
  .toBuffer();
const card = JSON.stringify({ spec: 'chara_card_v3', data: { name: '미나', x_big: '😀 é' } });
const base64 = (json: string): string => Buffer.from(json).toString('base64');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
/** A PNG with chunks before its pixels, or after them. */
function pngWith(chunks: Buffer[], isAtEnd = false): Buffer {
  const at = pixel.indexOf(isAtEnd ? 'IEND' : 'IDAT') - 4;
  return Buffer.concat([pixel.subarray(0, at), ...chunks, pixel.subarray(at)]);
}
const text = (keyword: string, json: string): Buffer =>
  chunk('tEXt', Buffer.from(`${keyword}\0${base64(json)}`));

async function zipOf(files: Record<string, string>, compress: boolean, comment = ''): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end({ comment, forceZip64Format: false });
  return buffer(zip.outputStream);
}

const zips = {
  stored: await zipOf({ 'assets/a.bin': 'x'.repeat(500), 'card.json': card }, false),
  compressed: await zipOf({ 'card.json': card, 'module.risum': 'x' }, true, 'PK'),
  withoutCard: await zipOf({ 'readme.txt': 'hi' }, true),
  huge: await zipOf({ 'card.json': ' '.repeat(200_000_000) }, true),
};

const read = (bytes: string | Buffer): Promise<string> =>
  readCardFile(new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]));
const problemOf = async (bytes: string | Buffer): Promise<unknown> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error as { problem?: unknown }).problem,
  );

describe('a card is read', () => {
  const [zeros, deflated] = [Buffer.from('\0\0\0\0'), deflateSync(base64(card))];
  it.each([
    ['a JSON file', card],
    ['one with a byte order mark', `\ufeff${card}`],
    ['a PNG', pngWith([text('chara', '{}'), text('ccv3', card)])],
    ['a PNG of version 2 only', pngWith([text('Chara', card)])],
    ['a PNG with the card after the pixels', pngWith([text('ccv3', card)], true)],
    ['a compressed chunk', pngWith([chunk('zTXt', Buffer.concat([Buffer.from('ccv3\0\0'), deflated]))])],
    [
      'an international chunk',
      pngWith([chunk('iTXt', Buffer.concat([Buffer.from('ccv3\0'), zeros, Buffer.from(base64(card))]))]),
    ],
    [
      'a compressed international chunk',
      pngWith([chunk('iTXt', Buffer.concat([Buffer.from('ccv3\0\u0001\0en\0t\0'), deflated]))]),
    ],
    ['a CHARX', zips.stored],
    ['a compressed CHARX with a comment', zips.compressed],
  ])('of %s', async (_what, bytes) => {
    expect(await read(bytes)).toBe(card);
  });

  it.each(['PNG', 'CHARX', 'JSON'] as const)('of the %s that this program writes', async (format) => {
    const fields = { name: '미나', tags: ['a'], alternate_greetings: [], extensions: {} };
    const file = await characterCardFiles[format].write({ card: fields as never, kept: null }, pixel);
    expect(JSON.parse(await read(file))).toMatchObject({ spec: 'chara_card_v3', data: fields });
  });
});

describe('a file is not read', () => {
  it.each([
    ['that is a photo', pixel, 'noCard'],
    ['that is cut off', pngWith([text('ccv3', card)]).subarray(0, 60), 'noCard'],
    ['whose card is no base64', pngWith([chunk('tEXt', Buffer.from('ccv3\0%%%'))]), 'noCard'],
    ['that is not UTF-8', Buffer.from([0xff, 0xfe, 0x00]), 'noCard'],
    ['that is a ZIP without a card', zips.withoutCard, 'noCard'],
    ['that only begins like a ZIP', Buffer.concat([Buffer.from('PK'), Buffer.alloc(200_000)]), 'noCard'],
    ['whose card is broken', pngWith([chunk('zTXt', Buffer.from('ccv3\0\0broken'))]), 'noCard'],
    ['that is larger than the API takes', JSON.stringify({ a: '"'.repeat(60_000) }), 'tooLarge'],
    ['that unpacks to far more', zips.huge, 'tooLarge'],
  ])('%s', async (_what, bytes, problem) => {
    expect(await problemOf(bytes)).toBe(problem);
  });
});
