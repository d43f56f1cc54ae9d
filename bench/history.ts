import { MessagesDocument, type MessagesQueryVariables } from '../operations/generated/graphql.js';
import { copyPersona } from './stage/copyPersona.js';
import { percentile } from './figures/percentile.js';
import { seedMessages } from './stage/seedMessages.js';
import { startReplyStage } from './stage/startReplyStage.js';

/**
 * Measures the time of a page of 50 messages over HTTP, alternately in conversations of very different
 * lengths, in milliseconds: `npm run bench:history [rounds]`. Goal: a page of 5,000 messages takes about as
 * long as a page of 50.
 */
const ROUNDS = Number(process.argv[2] ?? 200);
const WARM = 20;
const SIZES = [50, 500, 5_000, 20_000];

type Page = Omit<MessagesQueryVariables, 'personaId'>;

await using stage = await startReplyStage('together');
const read = async (personaId: string, page: Page) => {
  const { persona } = await stage.owner.client.run(MessagesDocument, { personaId, ...page });
  return persona.messages;
};
/** Pages to the middle as a client would, because cursors are opaque. */
async function middleOf(personaId: string, size: number): Promise<string | null> {
  let after: string | null = null;
  for (let seen = 0; seen < size / 2; seen += 50)
    after =
      (await read(personaId, { first: Math.min(50, size / 2 - seen), after })).pageInfo.endCursor ?? null;
  return after;
}

const personas = await copyPersona(stage.db, stage.personaId, SIZES.length);
const cases: { size: number; kind: string; personaId: string; page: Page; times: number[] }[] = [];
for (const size of SIZES) {
  const personaId = personas.pop() ?? '';
  await seedMessages(stage.db, personaId, size);
  const pages = {
    first: { first: 50 },
    last: { last: 50 },
    middle: { first: 50, after: await middleOf(personaId, size) },
  };
  for (const [kind, page] of Object.entries(pages)) cases.push({ size, kind, personaId, page, times: [] });
  process.stderr.write(`seeded ${size} messages\n`);
}
await stage.db.query('analyze message');
for (let round = -WARM; round < ROUNDS; round += 1) {
  for (const { personaId, page, times, size, kind } of cases) {
    const started = performance.now();
    const { edges } = await read(personaId, page);
    if (round >= 0) times.push(performance.now() - started);
    const expected = kind === 'middle' ? Math.min(50, size / 2) : 50;
    if (edges.length !== expected) throw new Error(`${size}, ${kind}: ${edges.length} messages.`);
  }
  if ((round + 1) % 50 === 0) process.stderr.write(`${round + 1} of ${ROUNDS}\n`);
}
const median = (kind: string, size: number): number =>
  percentile(cases.find((one) => one.kind === kind && one.size === size)?.times ?? [], 50);
for (const { size, kind, times } of cases)
  process.stdout.write(
    `${kind.padEnd(6)} page of ${String(size).padStart(6)}: p50 ${percentile(times, 50).toFixed(2)} ms, p99 ${percentile(times, 99).toFixed(2)} ms\n`,
  );
for (const kind of ['first', 'last'])
  process.stdout.write(
    `${kind} page, 5,000 to 50: ${(median(kind, 5_000) / median(kind, 50)).toFixed(2)}; 20,000 to 50: ${(median(kind, 20_000) / median(kind, 50)).toFixed(2)}\n`,
  );
process.stdout.write(
  `middle page, 5,000 to 500: ${(median('middle', 5_000) / median('middle', 500)).toFixed(2)}; 20,000 to 500: ${(median('middle', 20_000) / median('middle', 500)).toFixed(2)} (of 50, the middle has only 25 behind it)\n`,
);
