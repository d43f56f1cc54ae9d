import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from '../client/apiClient.js';
import { signIn } from '../client/signIn.js';
import { streamReply } from '../client/streamReply.js';
import {
  CreateSurveyDocument,
  type Relation,
  SendMessageDocument,
  SubmitResponseDocument,
} from '../operations/generated/graphql.js';
import { conversationQuestions } from './eval/conversationQuestions.js';
import { simulateCohorts } from './eval/people/simulateCohorts.js';
import { startStage } from './stage/startStage.js';

/**
 * Measures what 1,000 users store and what their model calls cost: `npm run bench:capacity [users]`. The users go through
 * the API with simulated friends, so each row is a real one: texts are sealed, pictures have three sizes, deleted rows leave
 * their space behind. The models are the stand-in under the names of the default models, with its token counts and
 * the list prices. Tables are measured with their indexes and TOAST, less what they take when empty.
 */
const USERS = Number(process.argv[2] ?? 40);

/** Of ten users who sign in: how many friends answer, and how many messages the owner writes to the mirror. */
const mix: { answers: number; messages: number }[] = [
  { answers: 0, messages: 0 },
  { answers: 2, messages: 0 },
  { answers: 3, messages: 0 },
  { answers: 3, messages: 0 },
  { answers: 3, messages: 4 },
  { answers: 4, messages: 4 },
  { answers: 5, messages: 4 },
  { answers: 5, messages: 10 },
  { answers: 7, messages: 10 },
  { answers: 12, messages: 25 },
];

// Costs are only counted under a budget.
await using stage = await startStage(undefined, { DAILY_BUDGET_USD: '1000' });
const { orm } = stage.app.services;
const query = <T>(sql: string): Promise<T[]> => orm.em.fork().execute<T[]>(sql);
const calls: Record<string, number> = {};

/** Bytes of each table with its indexes and TOAST; the partitions of the queue are one table. */
async function sizes(): Promise<Map<string, number>> {
  await query('vacuum analyze');
  const rows = await query<{ name: string; bytes: string }>(
    `select case when schemaname = 'pgboss' then 'pgboss (jobs of three days)' else relname end as name,
       sum(pg_total_relation_size(relid))::bigint as bytes from pg_stat_user_tables group by 1`,
  );
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

/** Waits until no job is left that somebody waits for. */
async function settled(): Promise<void> {
  const waiting =
    "select 1 from pgboss.job where state in ('created', 'retry', 'active') and start_after < now()";
  while ((await query(waiting)).length > 0) await wait(200);
}

const people = simulateCohorts({ people: USERS, friends: 12, seed: 1 });
const empty = await sizes();
for (const [at, { locale, name, friends }] of people.entries()) {
  const { answers, messages } = mix[at % mix.length] ?? { answers: 0, messages: 0 };
  await using owner = await signIn(stage.url, { email: `user-${at}@demo.example`, name });
  const { survey } = (await owner.client.run(CreateSurveyDocument, { locale })).createSurvey;
  for (const { relation, closeness, answers: given } of friends.slice(0, answers)) {
    const keys = { clientKey: randomUUID(), fingerprint: randomUUID(), elapsedMs: 90_000 };
    const view = { relation: relation as Relation, closeness, answers: [...given] };
    const input = { slug: survey.slug, ...view, ...keys };
    await new ApiClient(stage.url).run(SubmitResponseDocument, { input });
  }
  await settled();
  for (let turn = 0; turn < messages; turn += 1) {
    const text = conversationQuestions[locale][turn] ?? '';
    const sent = { personaId: survey.persona.id, text, clientKey: randomUUID() };
    const { reply } = (await owner.client.run(SendMessageDocument, sent)).sendMessage;
    for await (const { status } of streamReply(owner.client, reply.id)) if (status === 'FAILED') break;
  }
  await settled();
  for (const { path } of stage.model.calls.splice(0)) calls[path] = (calls[path] ?? 0) + 1;
}

const full = await sizes();
const scale = 1_000 / USERS;
const grown = [...full]
  .map(([name, bytes]) => [name, (bytes - (empty.get(name) ?? 0)) * scale] as const)
  .toSorted((a, b) => b[1] - a[1]);
const total = grown.reduce((sum, [, bytes]) => sum + bytes, 0);
const mib = (bytes: number): string => (bytes / 1_048_576).toFixed(1).padStart(8);
const [counts] = await query<Record<string, number>>(
  `select (select count(*)::int from response) as answers, (select count(*)::int from persona_version where status = 'READY') as versions,
     (select count(*)::int from message) as messages, (select coalesce(sum(cost), 0) from spending) as dollars`,
);
const { dollars = 0, ...rows } = counts ?? {};
const per1000 = (count: number): string => Math.round(count * scale).toLocaleString('en');
process.stdout.write(
  `1,000 users of the mix (measured with ${USERS}; load of the machine ${loadavg()[0]?.toFixed(1)}): ` +
    `${Object.entries(rows)
      .map(([what, count]) => `${per1000(count)} ${what}`)
      .join(', ')}\n` +
    grown
      .filter(([, bytes]) => bytes > total / 500)
      .map(([name, bytes]) => `${mib(bytes)} MiB  ${name}\n`)
      .join('') +
    `${mib(total)} MiB  in all\n` +
    `model calls: ${Object.entries(calls)
      .map(([path, count]) => `${per1000(count)} ${path}`)
      .join(', ')}; ` +
    `US$ ${(dollars * scale).toFixed(2)} at list prices\n`,
);
