import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chatInstructions } from '../../src/ai/prompts/chat.js';
import { estimateTokens, promptTokens } from '../../src/ai/prompts/tokenBudget.js';
import { ask, askedIn, dataOf, roles, type Turn } from './askMirror.js';
import { evidence } from './evidence.js';

const scripts = [
  'The weather in Busan was fine, and we said so at length. ',
  '어제는 친구들과 바닷가를 오래 걸었어요. ',
  '昨日は友だちと海まで歩きました。',
  '<b>```"}\n---\n😀 ',
];
const someText = fc
  .tuple(fc.constantFrom(...scripts), fc.nat(4000))
  .map(([words, length]) => words.repeat(Math.ceil(length / words.length)).slice(0, length));
const someTurn = fc.record({ role: fc.constantFrom<Turn['role']>('USER', 'PERSONA'), text: someText });
const someMaterial = fc.record({
  evidence: fc.record({
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    locale: fc.constantFrom('EN', 'KO', 'JA'),
    words: fc.array(fc.constantFrom('재미있는', 'おもしろい', 'imaginative'), { maxLength: 8 }),
  }),
  greeting: someText.map((text) => text.slice(0, 400)),
  facts: fc.array(
    someText.map((text) => text.slice(0, 140)),
    { maxLength: 20 },
  ),
  summary: fc.option(someText.map((text) => text.slice(0, 1200))),
  turns: fc
    .tuple(fc.array(someTurn, { maxLength: 400, size: 'max' }), someText)
    .map(([turns, text]): Turn[] => [...turns, { role: 'USER', text }]),
  partial: fc.oneof(fc.constant(''), someText),
  budget: fc.integer({ min: 1500, max: 30_000 }),
});

it('a chat prompt keeps to the budget, alternates, and holds the question, whatever was said', () => {
  fc.assert(
    fc.property(someMaterial, ({ evidence: about, ...rest }) => {
      const messages = ask({ ...rest, evidence: evidence(about) });
      expect(promptTokens(messages)).toBeLessThanOrEqual(rest.budget);
      expect(roles(messages)).toMatch(/^su(au)+$/);
      expect(messages[0]?.content).toBe(chatInstructions);
      const question = rest.turns.at(-1)?.text ?? '';
      const asked = askedIn(messages);
      const isWhole = asked.endsWith(question);
      if (estimateTokens(question) + 1450 <= rest.budget) expect(isWhole).toBe(true);
      expect(isWhole || question.startsWith(asked.replace(/…$/, ''))).toBe(true);
      expect(dataOf(messages).traits).toHaveLength(5);
    }),
    { numRuns: 150 },
  );
});
