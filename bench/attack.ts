import { getOperationAST, parse } from 'graphql';
import { Client } from 'pg';
import { submitAnswers, threeFriends } from '../client/friends.js';
import {
  CreateSurveyDocument,
  InviteToCompareDocument,
  PersonaChangedDocument,
} from '../operations/generated/graphql.js';
import { MAX_SURVEYS } from '../src/entities/Survey.js';
import { costOf } from '../src/http/validation/costOf.js';
import { MAX_PAGE, MAX_POINTS } from '../src/queryCost.js';
import { buildApiSchema } from '../src/resolvers/index.js';
import { percentile } from './figures/percentile.js';
import { copyPersona } from './stage/copyPersona.js';
import { openCountedApi } from './stage/countedApi.js';
import { attack, dearQueries } from './stage/dearQueries.js';
import { seedMessages } from './stage/seedMessages.js';
import { startStage } from './stage/startStage.js';

/**
 * Measures what expensive queries cost everyone else: `npm run bench:attack [seconds]`. An owner with as many
 * surveys as allowed sends them, four at a time and without a pause, while a friend keeps opening a survey.
 * Goals: the attack is refused within 50 ms, and no query that is allowed takes long. Clients, server and
 * database share the machine, so only the ratios count.
 */
const SECONDS = Number(process.argv[2] ?? 10);
const AT_ONCE = 4;
const RUNS = 10;
const OPEN_SURVEY = 'query($slug: String!) { survey(slug: $slug) { ownerName questions { id text } } }';

await using stage = await startStage();
const { services } = stage.app;
const databaseUrl = String(services.orm.config.get('clientUrl'));
const { persona, slug } = await seed();
const schema = await buildApiSchema();
const authorization = `Bearer ${stage.owner.session.accessToken}`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

// 1. What the dearest allowed queries cost, next to the cheapest.
const dearest = await measureDearQueries();

// 2. A friend, alone, beside the attack, and beside the dearest allowed query.
await bystander(); // Warm up.
const alone = await bystander();
const single = await repeat(performance.now() + SECONDS * 1_000, attack, {}, { authorization });
const attacked = await bystander(attack);
const busy = await bystander(dearest);
print(`friend alone:                    ${alone.text}`);
print(`the attack alone, one at a time: ${describe(single)}`);
print(`friend beside the attack:        ${attacked.text}, ${ratio(attacked.p50, alone.p50)} times p50`);
print(`  the attack, four at once:      ${attacked.others}`);
print(`friend beside the dearest query: ${busy.text}, ${ratio(busy.p50, alone.p50)} times p50`);
print(`  that query, four at once:      ${busy.others}`);

/** Gives the owner as many surveys, personas, versions, messages and comparisons as fit on their pages. */
async function seed(): Promise<{ persona: string; slug: string }> {
  const { client } = stage.owner;
  const { survey } = (await client.run(CreateSurveyDocument, {})).createSurvey;
  const personaId = survey.persona.id;
  const states = client.follow(PersonaChangedDocument, { personaId });
  for (const view of threeFriends) await submitAnswers(stage.url, survey.slug, view);
  for await (const { personaChanged } of states) if (personaChanged.status === 'READY') break;
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  for (const copy of await copyPersona(db, personaId, MAX_SURVEYS - 1))
    await client.run(InviteToCompareDocument, { personaId: copy });
  await db.query(
    `insert into persona_version select (json_populate_record(v, json_build_object('id', gen_random_uuid(), 'number', n))).*
     from persona_version v, generate_series(2, $2) n where persona_id = $1`,
    [personaId, MAX_PAGE],
  );
  await seedMessages(db, personaId, MAX_PAGE);
  await db.query('analyze');
  await db.end();
  return { persona: personaId, slug: survey.slug };
}

/** @returns the query that takes longest */
async function measureDearQueries(): Promise<string> {
  await using api = await openCountedApi(databaseUrl, services, stage.owner.session.user.id);
  const measure = async (query: string): Promise<{ statements: number; p50: number; points: number }> => {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await api.run(query, { persona }));
    const [failure] = runs.flatMap(({ errors }) => errors);
    if (failure) throw failure;
    const times = runs.map(({ milliseconds }) => milliseconds);
    return { statements: runs.at(-1)?.statements ?? 0, p50: percentile(times, 50), points: pointsOf(query) };
  };
  await measure('{ viewer { id } }'); // Warm up.
  const cheap = await measure('{ viewer { id } }');
  print(`{ viewer { id } }: ${cheap.p50.toFixed(2)} ms, ${cheap.statements} statement`);
  let longest = { query: '', p50: 0 };
  for (const [name, query] of Object.entries(dearQueries)) {
    await measure(query);
    const { statements, p50, points } = await measure(query);
    if (points > MAX_POINTS) throw new Error(`${name}: ${points} points are not allowed.`);
    if (p50 > longest.p50) longest = { query, p50 };
    print(
      `${name}: ${points.toFixed(0)} points, ${statements} statements, ${p50.toFixed(1)} ms, ${ratio(p50, cheap.p50)} times`,
    );
  }
  return longest.query;
}

function pointsOf(query: string): number {
  const document = parse(query);
  const operation = getOperationAST(document);
  return operation ? costOf(schema, document, operation, { persona }).points : 0;
}

function ratio(value: number, reference: number): string {
  return (value / reference).toFixed(1);
}

/** Sends an operation again and again, without a pause. @param end when to stop, by performance.now() */
async function repeat(end: number, query: string, variables: object, headers: Record<string, string>) {
  const times: number[] = [];
  let refused = 0;
  while (performance.now() < end) {
    const started = performance.now();
    const response = await fetch(`${stage.url}/graphql`, {
      method: 'POST',
      // A connection each: the server may close an idle one just as the client uses it again.
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    await response.arrayBuffer();
    times.push(performance.now() - started);
    if (response.status !== 200) refused += 1;
  }
  return { times, refused };
}

function describe({ times, refused }: { times: number[]; refused: number }): string {
  const show = (percent: number): string => percentile(times, percent).toFixed(1);
  return `${times.length} requests, ${refused} refused, p50 ${show(50)} ms, p99 ${show(99)} ms, max ${show(100)} ms`;
}

/** Opens a survey again and again. @param other a query that the owner sends meanwhile, four at a time */
async function bystander(other?: string): Promise<{ text: string; p50: number; others: string }> {
  const end = performance.now() + SECONDS * 1_000;
  const attackers = Array.from({ length: other === undefined ? 0 : AT_ONCE }, () =>
    repeat(end, other ?? '', { persona }, { authorization }),
  );
  const friend = await repeat(end, OPEN_SURVEY, { slug }, {});
  const others = await Promise.all(attackers);
  return {
    text: describe(friend),
    p50: percentile(friend.times, 50),
    others: describe({
      times: others.flatMap(({ times }) => times),
      refused: others.reduce((sum, { refused }) => sum + refused, 0),
    }),
  };
}
