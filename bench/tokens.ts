import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { pino } from 'pino';
import { OpenAiLanguageModel } from '../src/ai/openai/languageModel.js';
import { demoModels } from '../src/modelSettings.js';
import { openAiClient } from '../src/ai/openai/client.js';
import type { LanguageModel } from '../src/ai/ports.js';
import { chatPrompt } from '../src/ai/prompts/chat.js';
import { summaryPrompt } from '../src/ai/prompts/summary.js';
import type { Turn } from '../src/ai/prompts/tokenBudget.js';
import { type Locale, locales } from '../src/locale.js';
import { evidencePack } from '../src/measurement/evidencePack.js';
import { measure } from '../src/measurement/measure.js';
import { norms } from '../src/measurement/norms.js';
import { indexAnswers } from '../src/measurement/openText/answerIndex.js';
import { findSummaryPoint } from '../src/workers/replies/findSummaryPoint.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../stand-ins/openai/server/server.js';
import { conversationQuestions } from './eval/conversationQuestions.js';
import { simulateCohorts } from './eval/people/simulateCohorts.js';
import { randomSource } from './eval/people/randomSource.js';
import type { Persona } from './eval/persona.js';
import { writePersona } from './eval/writePersona.js';
import { writeQuotes } from './eval/writeQuotes.js';

/** People of each language. More change the mean by less than 1 %. */
const PEOPLE = 5;
const FRIENDS = 6;
const TURNS = 25;
/** From this turn on, the oldest turns have been summarized. */
const FULL = 14;
const BUDGET = 6000;

const encoding = new Tiktoken(o200k);
const tokensOf = (text: string): number => encoding.encode(text, 'all').length;

interface ChatBody {
  messages: { content: string }[];
  response_format?: { json_schema?: { name: string; schema: unknown } };
}

/** Tokens of a request's texts and of its schema, as sent. The provider adds a few for each message. */
function inputOf(body: ChatBody): { kind: string; text: number; schema: number } {
  const format = body.response_format?.json_schema;
  return {
    kind: format?.name ?? 'chat',
    text: body.messages.reduce((sum, { content }) => sum + tokensOf(content), 0),
    schema: format === undefined ? 0 : tokensOf(JSON.stringify(format.schema)),
  };
}

/** Input tokens of each call since the last time this was called. */
function takeInputs({ calls }: OpenAiStandIn) {
  return calls.splice(0).map(({ body }) => inputOf(body as ChatBody));
}

type Inputs = ReturnType<typeof takeInputs>;

/** The conversation as the product would hold it: with summaries, and facts from them. */
async function chatInputs(model: LanguageModel, { pack, text }: Persona, standIn: OpenAiStandIn) {
  if (text === null) throw new Error('The stand-in wrote no persona.');
  const { signal } = new AbortController();
  const { locale, name } = pack.subject;
  const inputs: Inputs = [];
  const facts: string[] = [];
  let summary: string | null = null;
  let turns: (Turn & { id: string })[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns.push({ id: `q${turn}`, role: 'USER', text: conversationQuestions[locale][turn] ?? '' });
    const material = { evidence: pack, text, greeting: text.greeting, facts, summary, turns, partial: '' };
    const messages = chatPrompt({ ...material, budget: BUDGET });
    let reply = '';
    await model.writeText({ messages, signal, onPiece: (piece) => void (reply += piece) });
    inputs.push(...takeInputs(standIn));
    const due = findSummaryPoint(turns, BUDGET);
    if (due !== null) {
      const until = turns.findIndex(({ id }) => id === due) + 1;
      const older = turns.slice(0, until).map(({ role, text: said }) => ({ role, text: said }));
      const prompt = summaryPrompt({ locale, name, earlier: summary, turns: older, budget: BUDGET });
      const { value } = await model.writeJson({ ...prompt, signal });
      inputs.push(...takeInputs(standIn));
      summary = value.summary;
      facts.push(...value.facts.filter((fact) => !facts.includes(fact)));
      turns = turns.slice(until);
    }
    turns.push({ id: `a${turn}`, role: 'PERSONA', text: reply });
  }
  return inputs;
}

const mean = (values: number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

async function measureLocale(locale: Locale, standIn: OpenAiStandIn) {
  const log = pino({ level: 'silent' });
  const settings = demoModels(standIn.url, 'local').text;
  const client = openAiClient(settings.endpoint, 8 * 1024 * 1024);
  const model = new OpenAiLanguageModel(client, settings, log);
  const { signal } = new AbortController();
  const random = randomSource(1);
  const cohorts = simulateCohorts({ people: PEOPLE * locales.length, friends: FRIENDS, seed: 1 });
  const personas: Inputs[] = [];
  const chats: Inputs[] = [];
  for (const { name, friends } of cohorts.filter((cohort) => cohort.locale === locale)) {
    const answers = indexAnswers(
      friends.flatMap((friend) => friend.answers.flatMap(({ text }) => text ?? [])),
      name,
    );
    const subject = { name, locale };
    const quotes = await writeQuotes(model, subject, friends, { answers, random, signal });
    const pack = evidencePack(measure(friends, norms), subject, quotes);
    const persona = await writePersona(model, pack, answers, signal);
    personas.push(takeInputs(standIn));
    chats.push(await chatInputs(model, persona, standIn));
  }
  const ofKind = (kind: string, part: 'text' | 'schema') =>
    mean(
      personas.map((calls) =>
        calls.filter((one) => one.kind === kind).reduce((sum, one) => sum + one[part], 0),
      ),
    );
  const kinds = ['paraphrases', 'reflections', 'persona'];
  const text = kinds.map((kind) => ofKind(kind, 'text'));
  const schema = kinds.map((kind) => ofKind(kind, 'schema'));
  const replies = chats.map((calls) => calls.filter(({ kind }) => kind === 'chat').map((one) => one.text));
  const allReplies = replies.map((one) => one.reduce((sum, tokens) => sum + tokens, 0));
  return {
    'blend friends’ texts': text[0],
    'three experts': text[1],
    'write the persona': text[2],
    'three schemas': schema.reduce((sum, tokens) => sum + tokens, 0),
    'whole persona': [...text, ...schema].reduce((sum, tokens) => sum + tokens, 0),
    'first chat turn': mean(replies.map((one) => one[0] ?? 0)),
    [`chat turn ${TURNS}`]: mean(replies.map((one) => one[TURNS - 1] ?? 0)),
    [`mean of turns ${FULL}–${TURNS}`]: mean(replies.flatMap((one) => one.slice(FULL - 1))),
    [`mean of ${TURNS} turns`]: Math.round(mean(allReplies) / TURNS),
    [`${TURNS} turns and their summaries`]: mean(
      chats.map((calls) => calls.reduce((sum, one) => sum + one.text + one.schema, 0)),
    ),
    'one summary': mean(
      chats.flatMap((calls) =>
        calls.filter(({ kind }) => kind === 'summary').map((one) => one.text + one.schema),
      ),
    ),
  };
}

/**
 * Counts the input tokens of a whole persona and of chat turns: `npm run bench:tokens`. The requests are those
 * that reach the stand-in over HTTP, counted with o200k_base, the vocabulary of OpenAI's current models.
 */
await using standIn = await startOpenAiStandIn();
const table: Record<string, Record<string, number | undefined>> = {};
for (const locale of locales)
  for (const [name, tokens] of Object.entries(await measureLocale(locale, standIn)))
    table[name] = { ...table[name], [locale]: tokens };
console.table(table);
