import { AppError } from '../../errors.js';
import { Turns } from '../../limits/turns.js';

interface PictureCacheLimits {
  maxBytes: number;
  /** How many pictures are drawn at once, and how many more may wait for it. */
  maxDrawing: number;
  maxWaiting: number;
}

/** For private pictures: none is kept, and few are drawn at once, so that the sagas' pictures need not wait for them. */
export const drawnAnew: PictureCacheLimits = { maxBytes: 0, maxDrawing: 1, maxWaiting: 20 };

/**
 * Keeps drawn pictures in memory, those used last, up to a number of bytes. A picture that several callers want at
 * once is drawn once.
 */
export function createPictureCache({ maxBytes, maxDrawing, maxWaiting }: PictureCacheLimits) {
  /** In the order of their last use. */
  const kept = new Map<string, Buffer>();
  const running = new Map<string, Promise<Buffer>>();
  const turns = new Turns(maxDrawing);
  let bytes = 0;

  function keep(key: string, png: Buffer): void {
    if (png.length > maxBytes) return;
    kept.set(key, png);
    bytes += png.length;
    for (const [oldest, { length }] of kept) {
      if (bytes <= maxBytes) break;
      kept.delete(oldest);
      bytes -= length;
    }
  }

  return {
    /** @throws AppError SERVICE_UNAVAILABLE if too many pictures are waiting to be drawn */
    async get(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const already = running.get(key);
      if (already !== undefined) return already;
      if (running.size >= maxDrawing + maxWaiting)
        throw new AppError('SERVICE_UNAVAILABLE', 'Too many pictures are being drawn. Try again.', {
          retryAfter: 2,
        });
      const drawn = turns
        .run(draw)
        .then((png) => {
          keep(key, png);
          return png;
        })
        .finally(() => running.delete(key));
      running.set(key, drawn);
      return drawn;
    },
  };
}
