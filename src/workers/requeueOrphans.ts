import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import type { LostWorkKind } from '../entities/LostWork.js';
import type { PersonaStep } from '../entities/Persona.js';
import { MIN_GROUP } from '../measurement/anonymity.js';
import { addSurveyToNorms, compensateFailedStep, type Queue, replyToMessage } from '../queue/jobs.js';
import { personaSaga, personaSteps } from '../queue/saga.js';
import { isFreeReply } from './replies/leases.js';

const LOOK_EVERY_MS = 30_000;

/**
 * Looks for work without a job, now and every 30 seconds, and sends a new one. Every worker looks. State and
 * job commit together, so normally there is none: a job was deleted, or a dead letter used up its retries.
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
  /** Selects rows as `Lost`, or the id alone. Locked rows are skipped, so that two processes never find the same. */
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
      where status in (:steps) and ${withoutJob('versionId', 'persona_version.id')}
      limit 100 for no key update skip locked`,
    values: {
      steps: personaSteps,
      jobs: [...Object.values(personaSaga), compensateFailedStep].map(({ name }) => name),
    },
    send: (queue, em, { id, generation, status }) =>
      queue.send(em, personaSaga[status], { versionId: id, generation }),
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
    // Answers are counted and released in one commit. Only reported, because the next answer releases them.
    kind: 'release',
    find: `select id from survey where unreleased >= greatest(:group, releases + 2)
      limit 100 for no key update skip locked`,
    values: { group: MIN_GROUP },
    send: () => Promise.resolve(),
  },
];

async function requeue({ orm, queue, log }: Services, { kind, find, values, send }: Search): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
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
