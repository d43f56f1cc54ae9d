import { pino } from 'pino';
import { costOf } from '../src/ai/costOf.js';
import { createAi } from '../src/ai/createAi.js';
import { OpenAiModerator } from '../src/ai/openai/moderator.js';
import { type Ai, UpstreamError, type Usage } from '../src/ai/ports.js';
import { probeModels, type RoleReport } from '../src/ai/probe.js';
import { paraphrasePrompt } from '../src/ai/prompts/paraphrase.js';
import { type Config, ConfigError, readConfig } from '../src/config.js';

/**
 * Makes one real call a role and prints what works, what it cost and what to change: `npm run check:provider`.
 * Exits with 1 if a role that a persona or a reply needs does not work.
 */

type Role = RoleReport['role'];

/** The outcome of one call. */
interface Outcome {
  role: Role;
  works: boolean;
  /** What came back, or what to change. */
  words: string;
  seconds: number;
  usage: Usage | null;
}

/** What the provider itself said about its last refusal. Meant for the operator, so it may quote the request. */
let refusal = '';
const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const response = await plainFetch(input, init);
  const isError = !response.ok || /\bjson\b/.test(response.headers.get('content-type') ?? '');
  refusal = isError ? `${response.status} ${(await response.clone().text()).slice(0, 400)}` : '';
  return response;
};

const MOST_MS = 300_000;

async function tried(
  role: Role,
  call: () => Promise<{ words: string; usage: Usage | null }>,
): Promise<Outcome> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  process.stderr.write(`asking the ${role} model …\n`);
  try {
    return { role, works: true, ...(await call()), seconds: seconds() };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const said = refusal === '' ? '' : ` The provider said: ${refusal.replaceAll(/\s+/g, ' ')}`;
    return { role, works: false, words: `${error.message}${said}`, seconds: seconds(), usage: null };
  }
}

const friendsTexts = [
  'She always finds the joke in a bad day.',
  'Makes everybody laugh, even when plans fall apart.',
  'When something goes wrong she is the first to laugh about it.',
].map((text, at) => ({ id: at + 1, text }));

function calls(ai: Ai): (() => Promise<Outcome>)[] {
  const signal = AbortSignal.timeout(MOST_MS);
  const { illustrator } = ai;
  return [
    () =>
      tried('text', async () => {
        const prompt = paraphrasePrompt('EN', friendsTexts);
        const { value, usage } = await ai.textModel.writeJson({ ...prompt, signal });
        return {
          words: `wrote a document of the requested shape: ${JSON.stringify(value).slice(0, 160)}`,
          usage,
        };
      }),
    () =>
      tried('chat', async () => {
        let words = '';
        const usage = await ai.chatModel.writeText({
          messages: [
            { role: 'system', content: 'You answer in one short sentence.' },
            { role: 'user', content: 'Say hello.' },
          ],
          signal,
          onPiece: (piece) => (words += piece),
        });
        return { words: `said “${words.trim().slice(0, 120)}”`, usage };
      }),
    ...(illustrator === null
      ? []
      : [
          () =>
            tried('image', async () => {
              const { bytes, usage } = await illustrator.draw({
                prompt: 'A small lighthouse, flat colours.',
                signal,
              });
              return { words: `drew ${Math.round(bytes.length / 1024)} KB`, usage };
            }),
        ]),
    () =>
      tried('moderation', async () => {
        const { flagged } = await ai.moderator.review('She laughs with her whole face.', signal);
        const isLocal = !(ai.moderator instanceof OpenAiModerator) || ai.moderator.isMissing;
        const who = isLocal ? 'the local word list' : 'the provider';
        return {
          words: `${who} ${flagged ? 'flagged a kind sentence' : 'let a kind sentence pass'}`,
          usage: null,
        };
      }),
  ];
}

function inWords({ role, works, words, seconds, usage }: Outcome, prices: Config['prices']): string {
  const cost = usage === null ? null : costOf(usage, prices);
  const tokens =
    usage === null || (usage.inputTokens ?? usage.outputTokens) === null
      ? ''
      : `, ${usage.inputTokens ?? '?'} tokens in and ${usage.outputTokens ?? '?'} out`;
  const price = usage === null ? '' : cost === null ? ', price unknown' : `, US$ ${cost.toFixed(5)}`;
  return `${works ? 'works' : 'FAILS'}  ${role.padEnd(10)} ${words} (${seconds.toFixed(1)} s${tokens}${price})`;
}

/** Prints what a model client learned about its provider from a refusal. */
function noteLearning(line: string): void {
  const { format, dropped, mergesSystem } = JSON.parse(line) as {
    format?: string;
    dropped?: string[];
    mergesSystem?: boolean;
  };
  if (format === undefined || dropped === undefined) return;
  const without = [...dropped, ...(mergesSystem ? ['a system role'] : [])].join(', ');
  process.stdout.write(
    `note   the provider is asked in the format ${format}${without === '' ? '' : `, without ${without}`}\n`,
  );
}

async function checkProvider(): Promise<void> {
  const { models, prices } = readConfig();
  if (models === null) {
    process.stdout.write(
      'No model is configured: the built-in demo model takes all roles. Set OPENAI_API_KEY or OPENAI_BASE_URL.\n',
    );
    return;
  }
  const ai = createAi(models, { isDemo: false, log: pino({ level: 'info' }, { write: noteLearning }) });
  for (const { role, warning } of await probeModels(models, ai, pino({ level: 'silent' })))
    if (warning !== null) process.stdout.write(`note   ${role.padEnd(10)} ${warning}\n`);
  const outcomes: Outcome[] = [];
  // One after the other: a small local server has one model loaded.
  for (const call of calls(ai)) outcomes.push(await call());
  process.stdout.write(`${outcomes.map((outcome) => inWords(outcome, prices)).join('\n')}\n`);
  if (ai.illustrator === null)
    process.stdout.write('note   image      pictures are off: portraits are drawn locally\n');
  const image = outcomes.find(({ role }) => role === 'image');
  if (image?.works === false)
    process.stdout.write(
      'note   image      personas get a locally drawn portrait. IMAGES=off says so without a call.\n',
    );
  if (outcomes.some(({ role, works }) => role !== 'image' && !works)) process.exitCode = 1;
}

try {
  await checkProvider();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
