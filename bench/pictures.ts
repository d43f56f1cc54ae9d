import sharp from 'sharp';
import { encodeImage } from '../src/images/encodeImage.js';
import { renderPicture } from '../stand-ins/openai/pictures/glassPicture.js';
import { type Contender, figureOf, ratioOf, sideBySide } from './figures/sideBySide.js';

/**
 * CPU time and bytes of a picture in its three sizes, beside decoding it for each size and encoding it with sharp's
 * default effort, as before: `npm run bench:pictures -- [rounds]`.
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const prompts = ['a lantern', 'a lighthouse', 'a compass', 'a moon'];
const pictures = await Promise.all(prompts.map(renderPicture));

async function encodeAsBefore(bytes: Buffer): Promise<{ bytes: Buffer }[]> {
  const sizes: { bytes: Buffer }[] = [];
  for (const edge of [1024, 512, 256])
    sizes.push({ bytes: await sharp(bytes).rotate().resize(edge, edge).webp({ quality: 82 }).toBuffer() });
  return sizes;
}

const contender = (name: string, encode: (bytes: Buffer) => Promise<{ bytes: Buffer }[]>): Contender => ({
  name,
  async run() {
    const before = process.cpuUsage();
    let kilobytes = 0;
    for (const picture of pictures)
      for (const { bytes } of await encode(picture)) kilobytes += bytes.length / 1_000;
    const { user, system } = process.cpuUsage(before);
    return { cpuMs: (user + system) / 1_000 / pictures.length, kilobytes: kilobytes / pictures.length };
  },
});

const contenders = [contender('before', encodeAsBefore), contender('now', encodeImage)];
await sideBySide(contenders, 1);
const [before, now] = await sideBySide(contenders, ROUNDS);
if (before !== undefined && now !== undefined)
  for (const figure of ['cpuMs', 'kilobytes'])
    process.stdout.write(
      `${figure}: ${figureOf(before, figure).median.toFixed(0)} before, ${figureOf(now, figure).median.toFixed(0)} now, ${ratioOf(now, before, figure).median.toFixed(2)} times\n`,
    );
