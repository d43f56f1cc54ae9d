import sharp from 'sharp';
import { glassPicture } from './glassPicture.js';

/** @returns the stand-in's picture for a prompt as PNG, 1024×1024; the same prompt gives the same picture */
export const renderPicture = (prompt: string): Promise<Buffer> =>
  sharp(Buffer.from(glassPicture(prompt)))
    .png({ compressionLevel: 6 })
    .toBuffer();
