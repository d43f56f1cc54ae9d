import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { cardV2, cardV3, type CharacterCard, type KeptFields } from '../../characterCard/characterCard.js';
import { imageEncoder } from '../imageEncoder.js';
import { withTexts } from './pngText.js';

/** What a character card is written from. */
export interface CardContent {
  card: CharacterCard;
  /** What its owner brought back from another program. */
  kept: KeptFields | null;
}

const ICON = 'assets/icon/images/main.png';
/** All files of a CHARX have the same time, because the real one would tell when it was made. */
const NO_TIME = new Date('2000-01-01T00:00:00Z');

const json = (card: object): string => JSON.stringify(card, null, 2);
const base64 = (card: object): string => Buffer.from(JSON.stringify(card)).toString('base64');

/** How each format is written and what a download of it is called. */
export const characterCardFiles = {
  /** A picture with the card in both versions of the format: `chara` (V2) and `ccv3` (V3). */
  PNG: {
    type: 'image/png',
    name: 're-mirai-mirror.png',
    write: async ({ card, kept }: CardContent, picture: Buffer) =>
      withTexts(await imageEncoder.draw({ toPng: picture }), {
        chara: base64(cardV2(card, kept)),
        ccv3: base64(cardV3(card, kept)),
      }),
  },
  /** Version 3, which programs for version 2 read as well. */
  JSON: {
    type: 'application/json',
    name: 're-mirai-mirror.json',
    write: async ({ card, kept }: CardContent) => Buffer.from(json(cardV3(card, kept))),
  },
  /** A ZIP with the card and its picture. Its readers look for `embeded://`, spelled like this. */
  CHARX: {
    type: 'application/zip',
    name: 're-mirai-mirror.charx',
    write: async ({ card, kept }: CardContent, picture: Buffer) => {
      const zip = new ZipFile();
      const options = { mtime: NO_TIME, compress: false };
      zip.addBuffer(Buffer.from(json(cardV3(card, kept, `embeded://${ICON}`))), 'card.json', options);
      zip.addBuffer(await imageEncoder.draw({ toPng: picture }), ICON, options);
      zip.end();
      return buffer(zip.outputStream);
    },
  },
} as const;
