import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import type { LostWorkKind } from '../entities/LostWork.js';
import type { PersonaStep } from '../entities/Persona.js';
import { WAITING } from '../entities/PersonaVersion.js';
import { releaseSizeInSql } from '../measurement/release/schedule.js';
import {
  addSurveyToNorms,
  compensateFailedStep,
  deliverNotification,
  exportMyData,
  type Queue,
  replyToMessage,
} from '../queue/jobs.js';
import { personaSaga, personaSteps } from '../queue/saga.js';
import { isNext } from './persona/beginVersion.js';
import { isFreeReply } from './replies/leases.js';

const LOOK_EVERY_MS = 30_000;
/** The first key of a search's advisory lock, an arbitrary number. The second is the search's statement. */
const SEARCH_LOCK = 0x6d69726c;

/**
 * Looks for work without a job, now and every 30 seconds, and sends a new one. Every worker looks; each search is made by
 * one at a time. State and job commit together, so normally there is none: a job was deleted, or a dead letter used up its
 * retries.
 * What is found is logged and counted in the database, because a worker has no /metrics of its own. A lost
 * summary needs no search, because the next reply sends it again.
 * @returns disposing it stops the search
 */
export function requeueOrphans(services: Services): AsyncDisposable {
  const look = async (): Promise<void> => {
    try {
      for (const search of searches) await requeue(services, search);
    } catch (error) {
      services.log.warn({ error }, 'search for lost work failed');
    }
  };
  let running: Promise<void> | undefined;
  const tick = (): void => {
    // Skipped while the previous search still runs, so that searches do not pile up on a slow database.
    running ??= look().finally(() => (running = undefined));
  };
  // Also at the start, for work that lost its job while no worker ran.
  tick();
  const timer = setInterval(tick, LOOK_EVERY_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}

interface Lost {
  id: string;
  generation: number;
  status: PersonaStep;
}

/** How one kind of lost work is found and gets its job back. */
interface Search {
  kind: LostWorkKind;
  /** Selects rows as `Lost`, or the id alone. Locked rows are skipped: somebody is at work on them. */
  find: string;
  values: object;
  send: (queue: Queue, em: EntityManager, lost: Lost) => Promise<void>;
}

const withoutJob = (key: string, id: string): string => `not exists (
  select 1 from pgboss.job where job.name in (:jobs) and job.state in ('created', 'retry', 'active')
    and job.data ->> '${key}' = ${id}::text)`;

const searches: Search[] = [
  {
    kind: 'step',
    find: `select id, generation, status from persona_version
      where status in (:steps) and generation > ${WAITING} and ${withoutJob('versionId', 'persona_version.id')}
      limit 100 for no key update skip locked`,
    values: {
      steps: personaSteps,
      jobs: [...Object.values(personaSaga), compensateFailedStep].map(({ name }) => name),
    },
    send: (queue, em, { id, generation, status }) =>
      queue.send(em, personaSaga[status], { versionId: id, generation }),
  },
  {
    // A version that waits begins in the commit that ends the writing of the one before.
    kind: 'step',
    find: `select id, 1 as generation, status from persona_version waiting where ${isNext}
      limit 100 for no key update skip locked`,
    values: {},
    send: async (queue, em, { id, generation, status }) => {
      await em.execute('update persona_version set generation = ? where id = ?', [generation, id]);
      await queue.send(em, personaSaga[status], { versionId: id, generation });
    },
  },
  {
    kind: 'reply',
    find: `select id from message where status in ('PENDING', 'STREAMING') and ${isFreeReply}
      and ${withoutJob('messageId', 'message.id')} limit 100 for update skip locked`,
    values: { jobs: [replyToMessage.name] },
    send: (queue, em, { id }) => queue.send(em, replyToMessage, { messageId: id }),
  },
  {
    kind: 'norms',
    find: `select survey.id from survey join account on account.id = survey.owner_id
      where survey.status = 'CLOSED' and survey.norm_consent and survey.releases > 0
        and not (survey.locale = any(account.in_norms)) and ${withoutJob('surveyId', 'survey.id')}
      limit 100 for no key update of survey skip locked`,
    values: { jobs: [addSurveyToNorms.name] },
    send: (queue, em, { id }) => queue.send(em, addSurveyToNorms, { surveyId: id }),
  },
  {
    kind: 'export',
    find: `select id from data_export where status = 'PENDING' and ${withoutJob('exportId', 'data_export.id')}
      limit 100 for update skip locked`,
    values: { jobs: [exportMyData.name] },
    send: (queue, em, { id }) => queue.send(em, exportMyData, { exportId: id }),
  },
  {
    kind: 'delivery',
    find: `select id from notification where id in (
        select notification_id from notification_delivery where status = 'PENDING')
      and ${withoutJob('notificationId', 'notification.id')} limit 100 for no key update skip locked`,
    values: { jobs: [deliverNotification.name] },
    send: (queue, em, { id }) => queue.send(em, deliverNotification, { notificationId: id }),
  },
  {
    // Answers are counted and released in one commit. Only reported, because the next answer releases them.
    kind: 'release',
    find: `select id from survey where unreleased >= ${releaseSizeInSql}
      limit 100 for no key update skip locked`,
    values: {},
    send: () => Promise.resolve(),
  },
];

async function requeue({ orm, queue, log }: Services, { kind, find, values, send }: Search): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    // One process at a time. A second search would lock the rows of the first as soon as that one commits, and know nothing
    // of its jobs yet. Searches that follow each other do, because each statement sees what was committed before it.
    // Each search has a lock of its own: with one for all, processes at different searches could each skip the same one.
    const [lock] = await em.execute<{ free: boolean }[]>(
      'select pg_try_advisory_xact_lock(?, hashtext(?)) as free',
      [SEARCH_LOCK, find],
    );
    if (lock?.free !== true) return;
    const lost = await em.execute<Lost[]>(find, values);
    if (lost.length === 0) return;
    for (const one of lost) await send(queue, em, one);
    await em.execute(
      `insert into lost_work (kind, found, last_found_at) values (:kind, :found, now())
       on conflict (kind) do update set found = lost_work.found + excluded.found, last_found_at = now()`,
      { kind, found: lost.length },
    );
    log.warn({ kind, ids: lost.map(({ id }) => id) }, 'lost work found');
  });
}
