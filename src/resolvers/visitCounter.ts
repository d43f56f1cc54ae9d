import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { addToCounts, type CountKind, type Happened } from '../entities/DailyCount.js';

/**
 * Counts visits without delaying the page. Only one statement runs at a time; visits that arrive meanwhile
 * wait for the next one together. So a survey that a thousand people open at once costs one connection, and
 * not a thousand that wait for the lock of the same row.
 * @returns counts one visit, by the slug of the page. A number that cannot be stored is lost: it is not worth
 *   an error.
 */
export function createVisitCounter(orm: MikroORM, log: Logger): (slug: string, kind: CountKind) => void {
  let waiting = new Map<string, Happened>();
  let isWriting = false;

  async function write(): Promise<void> {
    isWriting = true;
    while (waiting.size > 0) {
      const happened = [...waiting.values()];
      waiting = new Map();
      try {
        await addToCounts(orm.em.fork(), happened);
      } catch (error) {
        log.warn({ error }, 'visits not counted');
      }
    }
    isWriting = false;
  }

  return (slug, kind) => {
    const key = `${kind} ${slug}`;
    const times = (waiting.get(key)?.times ?? 0) + 1;
    waiting.set(key, { slug, kind, times });
    if (!isWriting) void write();
  };
}
