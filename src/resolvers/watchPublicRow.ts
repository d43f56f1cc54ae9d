import { setTimeout as wait } from 'node:timers/promises';
import { isOpaqueToken } from '../access/identifiers.js';
import type { Services } from '../context.js';

/** How long a read waits for Redis to confirm that events will arrive. Without events, it is kept for a short time. */
const CONFIRM_WITHIN_MS = 100;

const rows = {
  SURVEY: {
    find: { name: 'survey_id_by_slug', text: 'select id from survey where slug = $1' },
    topic: 'surveyProgressed',
  },
  PERSONA: {
    find: { name: 'persona_id_by_slug', text: 'select id from persona where slug = $1' },
    topic: 'personaChanged',
  },
} as const;

interface RowWatch {
  /** False once the feed has ended. */
  changedWithin(milliseconds: number): Promise<boolean>;
  close(): void;
}

/** Watches the row that a public read shows, by its slug. Null if there is none. */
export const createRowWatch =
  ({ preparedRead, pubsub }: Pick<Services, 'preparedRead' | 'pubsub'>) =>
  async (kind: keyof typeof rows, slug: string): Promise<RowWatch | null> => {
    if (!isOpaqueToken(slug)) return null;
    const { find, topic } = rows[kind];
    const [row] = await preparedRead<{ id: string }>(find, [slug]);
    if (row === undefined) return null;
    const feed = pubsub.subscribe(topic, row.id);
    await Promise.race([feed.ready, wait(CONFIRM_WITHIN_MS, undefined, { ref: false })]);
    return {
      changedWithin: async (milliseconds) => (await feed.nextWithin(milliseconds)) !== undefined,
      close: () => feed.close(),
    };
  };
