import type { Logger } from 'pino';
import { withJitter } from './liveIterator.js';
import type { Feed, Pubsub, RowChangedEvent, Topic } from './pubsub.js';

/** A lost event is noticed after about this time. */
const LOOK_EVERY_MS = 4_000;
/** Rows a statement. Short statements let other work of the process and the database go first. */
const ROWS = 2_000;

/** The topics of rows whose events have a revision. */
const topics = [
  'surveyProgressed',
  'personaChanged',
  'conversationChanged',
  'dataExportChanged',
  'inboxChanged',
  'sessionRevoked',
] as const;
export type RowTopic = (typeof topics)[number];

/** Reads the revisions of many rows; a row that no longer exists is missing in the result. */
export type ReadRevisions = (topic: RowTopic, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;

type RowFeeds = Map<string, Set<Feed<RowChangedEvent>>>;

const isRowTopic = (topic: Topic): topic is RowTopic => (topics as readonly Topic[]).includes(topic);

/**
 * Makes up for lost events: reads the revisions of all rows that this process follows every few seconds, thousands
 * in one statement, and tells every feed the revision of its row. Subscribers that have seen it do nothing, so
 * idle subscriptions cost a share of a statement each, however many there are.
 * @param read errors are logged; the next look makes up for them
 * @param options.everyMs roughly how late a lost event is noticed
 */
export function healMissedEvents(
  pubsub: Pubsub,
  read: ReadRevisions,
  log: Logger,
  { everyMs = LOOK_EVERY_MS }: { everyMs?: number } = {},
): Pubsub {
  const followed = Object.fromEntries(topics.map((topic) => [topic, new Map()])) as Record<
    RowTopic,
    RowFeeds
  >;

  function watch(rows: RowFeeds, id: string, feed: Feed<RowChangedEvent>): void {
    const feeds = rows.get(id) ?? new Set();
    rows.set(id, feeds.add(feed));
    void feed.closed.then(() => {
      feeds.delete(feed);
      if (feeds.size === 0 && rows.get(id) === feeds) rows.delete(id);
    });
  }

  async function look(topic: RowTopic, ids: readonly string[]): Promise<void> {
    const revisions = await read(topic, ids);
    for (const id of ids) {
      const revision = revisions.get(id);
      for (const feed of followed[topic].get(id) ?? [])
        // A row that is gone has to be read, which ends its subscriptions.
        if (revision === undefined) feed.requestReread();
        else feed.push({ id, revision });
    }
  }

  async function lookAtAll(): Promise<void> {
    for (const topic of topics) {
      const ids = [...followed[topic].keys()];
      for (let from = 0; from < ids.length; from += ROWS) await look(topic, ids.slice(from, from + ROWS));
    }
  }

  let timer: NodeJS.Timeout;
  let isOver = false;
  const lookLater = (): void => {
    timer = setTimeout(() => {
      lookAtAll()
        .catch((error: unknown) => log.warn({ error }, 'looking for missed events failed'))
        .finally(() => {
          if (!isOver) lookLater();
        });
    }, withJitter(everyMs)).unref();
  };
  lookLater();

  return {
    publish: (topic, event) => pubsub.publish(topic, event),
    subscribe(topic, id) {
      const feed = pubsub.subscribe(topic, id);
      if (isRowTopic(topic)) watch(followed[topic], String(id), feed as unknown as Feed<RowChangedEvent>);
      return feed;
    },
    check: () => pubsub.check(),
    [Symbol.asyncDispose]() {
      isOver = true;
      clearTimeout(timer);
      return pubsub[Symbol.asyncDispose]();
    },
  };
}
