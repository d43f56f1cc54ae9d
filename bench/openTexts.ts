import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { answersOf, threeFriends } from '../client/friends.js';
import { parseDataKeys } from '../src/dataKeys.js';
import { startEmbeddedPostgres } from '../src/database/embedded/embeddedPostgres.js';
import { migrate } from '../src/database/migrate.js';
import { openDatabase } from '../src/database/openDatabase.js';
import { Message } from '../src/entities/Message.js';
import type { Persona } from '../src/entities/Persona.js';
import { Response, responseAnswers } from '../src/entities/Response.js';
import { type DataKeys, provideDataKeys } from '../src/entities/sealed.js';
import { type AnswerIndex, indexAnswers } from '../src/measurement/openText/answerIndex.js';
import type { RawAnswer } from '../src/measurement/answers.js';
import { parseAnswers } from '../src/measurement/parseAnswers.js';
import { QUESTIONNAIRE_VERSION } from '../src/measurement/questionnaire/questionnaire.js';
import { readOpenTexts } from '../src/workers/persona/openTexts.js';
import { dataKeys } from '../test/testkit/dataKeys.js';
import { newReply } from '../test/testkit/newReply.js';
import { percentile } from './figures/percentile.js';

/**
 * Measures how much longer it takes to read all friends' lines of a survey when the answers are encrypted: `npm
 * run bench:open-texts -- [responses]`. Compares in turn the statement that picked the lines out of plain
 * documents in the database, and the reader of today on plain and on encrypted rows.
 */
const RESPONSES = Number(process.argv[2] ?? 5_000);
const ROUNDS = 15;

const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-bench-'));
// As root, PostgreSQL runs as another user, which must be able to enter the folder.
await chmod(dataDir, 0o755);
try {
  await using postgres = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'error' }) });
  await migrate(postgres.url);
  const orm = await openDatabase(postgres.url);
  await compareReaders(orm).finally(() => orm.close(true));
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

async function compareReaders(orm: MikroORM): Promise<void> {
  const plain = await seed(orm, parseDataKeys('plain'));
  const sealed = await seed(orm, parseDataKeys(dataKeys));
  await orm.em.fork().execute('analyze response');
  const readers: Record<string, () => Promise<AnswerIndex>> = {
    'statement over plain documents': () => readByStatement(orm.em.fork(), plain),
    'reader, plain rows': () => readOpenTexts(orm.em.fork(), plain),
    'reader, encrypted rows': () => readOpenTexts(orm.em.fork(), sealed),
  };
  const times = new Map(Object.keys(readers).map((name) => [name, [] as number[]]));
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, read] of Object.entries(readers)) {
      const started = performance.now();
      await read();
      if (round > 0) times.get(name)?.push(performance.now() - started);
    }
  const medians = [...times].map(([name, own]) => ({ name, ms: percentile(own, 50) }));
  const base = medians[0]?.ms ?? NaN;
  process.stdout.write(
    `${RESPONSES} responses, medians of ${ROUNDS} rounds, indexing of the lines included:\n`,
  );
  for (const { name, ms } of medians)
    process.stdout.write(`  ${name.padEnd(32)} ${ms.toFixed(0)} ms, ${(ms / base).toFixed(2)} times\n`);
}

/** A survey whose responses, each with a line of its own, are stored under these keys. @returns its persona */
async function seed(orm: MikroORM, keys: DataKeys): Promise<Persona> {
  provideDataKeys(orm, keys);
  const em = orm.em.fork();
  const reply = await em.findOneOrFail(Message, await newReply(em), { populate: ['conversation.persona'] });
  const persona = reply.conversation.getEntity().persona.getEntity();
  const rows = Array.from({ length: RESPONSES }, (_, at) => {
    const id = randomUUID();
    const line = `starts ${at} projects before breakfast and finishes the one that matters`;
    const given = answersOf({ ...threeFriends[at % 3]!, line });
    const parsed = parseAnswers(QUESTIONNAIRE_VERSION, given as RawAnswer[]);
    if (!('answers' in parsed)) throw new Error('The answers of the benchmark are invalid.');
    return {
      id,
      survey: persona.survey!.id,
      clientKey: randomUUID(),
      contentHash: '',
      receipt: randomUUID(),
      relation: 'FRIEND' as const,
      answers: responseAnswers.seal(em, id, parsed.answers),
      submittedOn: '2026-11-23',
    };
  });
  for (let at = 0; at < rows.length; at += 500) await em.insertMany(Response, rows.slice(at, at + 500));
  return persona;
}

/** As before encryption: only the lines leave the database. */
async function readByStatement(em: EntityManager, persona: Persona): Promise<AnswerIndex> {
  const lines = await em.execute<{ text: string }[]>(
    `select answer ->> 'text' as text from response, jsonb_array_elements(answers) as answer
     where survey_id = ? and answer ->> 'text' is not null`,
    [persona.survey?.id],
  );
  return indexAnswers(lines.map(({ text }) => text));
}
