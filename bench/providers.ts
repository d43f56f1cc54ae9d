import { parseArgs } from 'node:util';
import type { Behaviour, LoggedCall } from '../stand-ins/providers/behaviour.js';
import { behaviours } from '../stand-ins/providers/behaviours.js';
import { type ProviderServer, startProviderServer } from '../stand-ins/providers/server.js';
import { startAimock, startPortkey } from './providers/gateways.js';
import { takeJourney } from './providers/journey.js';
import { type JudgedJourney, journeyTable } from './providers/journeyReport.js';
import { type JourneyStage, startJourneyStage } from './providers/journeyStage.js';
import { missesOf } from './providers/judge.js';
import { paidCalls } from './providers/paidCalls.js';

/**
 * Leads an owner through the whole product with each behaviour of a real provider, and prints what became of the
 * persona, the picture and the chat: `npm run providers -- [name …] [--slow] [--whole] [--foreign] [--lanes 3]`.
 * `--slow` adds models that take minutes. `--whole` asks for whole answers instead of streams. `--foreign` runs two servers from npm that are not ours instead: Portkey's gateway
 * in front of some behaviours, and aimock. Exits with 1 if a behaviour misses the rule (bench/providers/judge.ts).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    slow: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    foreign: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '3' },
  },
});

/** A behaviour whose own pauses take longer needs --slow. */
const SLOW_SECONDS = 200;
/** Behaviours that are worth a look through a gateway. */
const behindGateway = [
  'openai-gpt-4.1-mini',
  'openai-gpt5-unverified',
  'openai-bad-key',
  'ollama-as-readme-says',
  'vllm',
  'think-tags-in-content',
  'groq-minitems',
];

/** One line of the table. */
interface Trial {
  name: string;
  env: Record<string, string>;
  behaviour: Pick<Behaviour, 'wanted' | 'seconds'>;
  calls: () => readonly LoggedCall[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function ownTrials(server: ProviderServer): Trial[] {
  const unknown = positionals.filter((name) => behaviours[name] === undefined);
  if (unknown.length > 0) throw new Error(`There is no behaviour ${unknown.join(' or ')}.`);
  return Object.entries(behaviours)
    .filter(([name, { seconds = 0 }]) =>
      positionals.length > 0 ? positionals.includes(name) : values.slow || seconds <= SLOW_SECONDS,
    )
    .map(([name, behaviour]) => ({
      name,
      env: { OPENAI_BASE_URL: server.baseUrl(name), OPENAI_TEXT_MODEL: 'some-model' },
      behaviour,
      calls: () => server.callsOf(name),
    }));
}

async function foreignTrials(server: ProviderServer, opened: AsyncDisposableStack): Promise<Trial[]> {
  const portkey = opened.use(await startPortkey());
  const aimock = opened.use(await startAimock());
  const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
  const through: Trial[] = behindGateway.filter(wanted).map((name) => ({
    name: `portkey → ${name}`,
    env: {
      OPENAI_BASE_URL: `${portkey.url}/v1`,
      OPENAI_TEXT_MODEL: 'some-model',
      OPENAI_HEADERS: JSON.stringify({
        'x-portkey-provider': 'openai',
        'x-portkey-custom-host': server.baseUrl(name),
      }),
    },
    behaviour: behaviours[name] ?? {},
    calls: () => server.callsOf(name),
  }));
  if (!wanted('aimock')) return through;
  return [
    ...through,
    {
      name: 'aimock',
      env: { OPENAI_BASE_URL: `${aimock.url}/v1`, OPENAI_TEXT_MODEL: 'some-model' },
      behaviour: {},
      calls: aimock.calls,
    },
  ];
}

async function judge(stage: JourneyStage, { name, env, behaviour, calls }: Trial): Promise<JudgedJourney> {
  const streaming: Record<string, string> = values.whole
    ? { TEXT_STREAMING: 'false', CHAT_STREAMING: 'false' }
    : {};
  await using app = await stage.startProduct({ ...env, ...streaming });
  const pauseMs = (behaviour.seconds ?? 0) * 1000;
  const outcome = await takeJourney(app, { personaMs: 90_000 + pauseMs, replyMs: 90_000 + pauseMs });
  const paid = paidCalls(calls());
  const misses = missesOf(outcome, paid, behaviour.wanted ?? 'TEXT');
  return { name, outcome, mostPaid: Math.max(0, ...paid.values()), misses };
}

async function main(): Promise<boolean> {
  await using opened = new AsyncDisposableStack();
  const server = opened.use(await startProviderServer());
  const stage = opened.use(await startJourneyStage());
  const trials = values.foreign ? await foreignTrials(server, opened) : ownTrials(server);
  // Those that wait longest begin, so that the others run meanwhile.
  const left = trials.toSorted((a, b) => (b.behaviour.seconds ?? 0) - (a.behaviour.seconds ?? 0));
  const journeys = new Map<string, JudgedJourney>();
  const lane = async (): Promise<void> => {
    for (let trial = left.shift(); trial !== undefined; trial = left.shift()) {
      const journey = await judge(stage, trial);
      journeys.set(trial.name, journey);
      const verdict = journey.misses.length === 0 ? 'as wanted' : journey.misses.join('; ');
      say(`${journeys.size} of ${trials.length}: ${trial.name}: ${journey.outcome.status}, ${verdict}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
  const judged = trials.flatMap(({ name }) => journeys.get(name) ?? []);
  say(`\n${journeyTable(judged)}`);
  const missed = judged.filter(({ misses }) => misses.length > 0);
  say(`\n${judged.length - missed.length} of ${judged.length} as wanted`);
  return missed.length === 0;
}

process.exitCode = (await main()) ? 0 : 1;
