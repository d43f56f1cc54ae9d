import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatTurn } from '../../src/ai/ports.js';
import { chatPrompt, continueInstruction } from '../../src/ai/prompts/chat.js';
import { explanationPrompt } from '../../src/ai/prompts/explanation.js';
import { summaryPrompt } from '../../src/ai/prompts/summary.js';
import { composePersona } from '../../stand-ins/openai/author/composePersona.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { evidence } from '../ai/evidence.js';
import { speakWithStandIn } from '../ai/standIn.js';

type Turn = Parameters<typeof chatPrompt>[0]['turns'][number];

const pack = evidence({ scores: { E: 92, N: 10 }, words: ['funny', 'warm'] });
const text = composePersona(pack);
const ask = (turns: Turn[], partial = '', budget = 8000): ChatTurn[] =>
  chatPrompt({
    evidence: pack,
    text,
    greeting: text.greeting,
    facts: [],
    summary: null,
    turns,
    partial,
    budget,
  });
const question: Turn[] = [{ role: 'USER', text: 'What do my friends think of me?' }];

let standIn: OpenAiStandIn;
let client: OpenAI;
beforeEach(async () => {
  standIn = await startOpenAiStandIn();
  client = new OpenAI({ apiKey: 'none', baseURL: standIn.url, maxRetries: 0 });
});
afterEach(() => standIn[Symbol.asyncDispose]());

async function say(messages: ChatTurn[], from = client): Promise<string> {
  const stream = await from.chat.completions.create({ model: 'm', messages, stream: true });
  let said = '';
  let finish: string | null = null;
  for await (const chunk of stream) {
    said += chunk.choices[0]?.delta.content ?? '';
    finish = chunk.choices[0]?.finish_reason ?? finish;
  }
  expect(finish).toBe('stop');
  return said;
}

describe('a talk with the stand-in', () => {
  it('is answered in prose by what was measured, and differently as it goes on', async () => {
    const first = await say(ask(question));
    expect(first).toMatch(/three friends|none of them/);
    const turns: Turn[] = [...question, { role: 'PERSONA', text: first }, { role: 'USER', text: 'And why?' }];
    const second = await say(ask(turns));
    expect(second).not.toBe(first);
    expect(second).toMatch(/three friends/);
  });

  it('goes on with a cut-off reply exactly where it ends, at every place', async () => {
    const whole = await say(ask(question));
    for (let cut = 1; cut <= whole.length; cut += 23) {
      const partial = whole.slice(0, cut);
      expect(partial + (await say(ask(question, partial)))).toBe(whole);
    }
  });

  it('has nothing left to say to a whole reply', async () => {
    const whole = await say(ask(question));
    expect(await say(ask(question, whole))).toBe('');
  });

  it('goes on with a reply when the talk just ends with it', async () => {
    const whole = await say(ask(question));
    const messages = ask(question, whole.slice(0, 40)).slice(0, -1);
    expect(whole.slice(0, 40) + (await say(messages))).toBe(whole);
  });

  it('goes on where the prompt shows the end of the partial reply alone', async () => {
    const whole = await say(ask(question));
    const shown = `…${whole.slice(30, 90)}`;
    const messages: ChatTurn[] = [
      ...ask(question),
      { role: 'assistant', content: shown },
      { role: 'user', content: continueInstruction },
    ];
    expect(whole.slice(0, 90) + (await say(messages))).toBe(whole);
  });

  it('gives a reply that is not its own a last sentence', async () => {
    expect(await say(ask(question, 'Somebody else began'))).toMatch(
      /^ That is as far as the light reaches[^.]*\.$/,
    );
  });

  it('says the last words once more when scripted to repeat', async () => {
    const whole = await say(ask(question));
    const partial = whole.slice(0, 60);
    standIn.script({ path: 'chat', do: 'repeat', words: 3 });
    const again = partial.split(' ').slice(-3).join(' ');
    expect(await say(ask(question, partial))).toBe(again + whole.slice(60));
  });

  it('starts over when scripted to, and then goes on as usual', async () => {
    const whole = await say(ask(question));
    standIn.script({ path: 'chat', do: 'start-over' });
    expect(await say(ask(question, whole.slice(0, 60)))).toBe(whole);
    expect(await say(ask(question, whole.slice(0, 60)))).toBe(whole.slice(60));
  });

  it('replies well when there is nothing to repeat or to start over', async () => {
    const whole = await say(ask(question));
    standIn.script({ path: 'chat', do: 'repeat', words: 3 });
    standIn.script({ path: 'chat', do: 'start-over' });
    expect(await say(ask(question))).toBe(whole);
    expect(await say(ask(question))).toBe(whole);
  });

  it('says exactly what it is scripted to say', async () => {
    standIn.script({ path: 'chat', do: 'say', content: ' 하나 둘\n' });
    expect(await say(ask(question, 'Somebody'))).toBe(' 하나 둘\n');
  });
});

describe('the documents of a talk', () => {
  it('are its evidence, found again in a reply', async () => {
    await using spoken = await speakWithStandIn();
    const reply = await say(ask(question));
    const signal = new AbortController().signal;
    const prompt = explanationPrompt({ evidence: pack, question: question[0]?.text ?? '', reply });
    const { value } = await spoken.ai.textModel.writeJson({ ...prompt, signal });
    expect(value.evidence.length).toBeGreaterThan(1);
    const known = [...pack.traits, ...pack.words].map(({ id }) => id);
    for (const id of value.evidence) expect(known).toContain(id);
  });

  it('are its memory, within the bounds of the prompt', async () => {
    await using spoken = await speakWithStandIn();
    const turns: Turn[] = [
      { role: 'USER', text: 'I play the cello. Do they know?' },
      { role: 'PERSONA', text: 'I am a mirror.' },
    ];
    const prompt = summaryPrompt({
      locale: 'EN',
      name: 'Mina',
      earlier: 'Mina asked about words.',
      turns,
      budget: 4000,
    });
    const signal = new AbortController().signal;
    const { value } = await spoken.ai.textModel.writeJson({ ...prompt, signal });
    expect(value).toEqual({
      summary: 'Mina asked about words. They talked about this: I play the cello.',
      facts: ['I play the cello.'],
    });
  });

  it('are never slowed down, however slowly the mirror talks', async () => {
    await using slow = await startOpenAiStandIn({ tokensPerSecond: 0.01 });
    const slowly = new OpenAI({ apiKey: 'none', baseURL: slow.url, maxRetries: 0 });
    const prompt = explanationPrompt({ evidence: pack, question: 'Why?', reply: 'You are warm.' });
    const stream = await slowly.chat.completions.create({
      model: 'm',
      messages: [{ role: 'user', content: prompt.user }],
      response_format: { type: 'json_schema', json_schema: { name: 'why', schema: {} } },
      stream: true,
    });
    let said = '';
    for await (const chunk of stream) said += chunk.choices[0]?.delta.content ?? '';
    expect(JSON.parse(said)).toEqual({ evidence: ['EV-W-warm'] });
  });

  it('leave prose to arrive piece by piece at the speed of a model', async () => {
    await using paced = await startOpenAiStandIn({ tokensPerSecond: 4000 });
    const pacedClient = new OpenAI({ apiKey: 'none', baseURL: paced.url, maxRetries: 0 });
    expect(await say(ask(question), pacedClient)).toBe(await say(ask(question)));
  });
});
