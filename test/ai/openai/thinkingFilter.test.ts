import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ThinkingFilter } from '../../../src/ai/openai/thinkingFilter.js';

/** Each way in which a model marks its thinking, and the server or family that does. */
const forms: [who: string, open: string, close: string][] = [
  ['DeepSeek and Qwen', '<think>\n', '\n</think>\n\n'],
  ['in capitals', '<THINK>', '</Think>\n'],
  ['thinking', '<thinking>', '</thinking>'],
  ['thought', '<thought>', '</thought>'],
  ['reasoning', '<reasoning>', '</reasoning>'],
  ['reflection', '<reflection>', '</reflection>'],
  ['Seed', '<seed:think>', '</seed:think>'],
  ['MiniMax', '<mm:think>', '</mm:think>'],
  ['Magistral', '[THINK]', '[/THINK]'],
  ['Kimi', '◁think▷', '◁/think▷'],
  ['Cohere', '<|START_THINKING|>', '<|END_THINKING|><|START_RESPONSE|>'],
  ['gpt-oss', '<|channel|>analysis<|message|>', '<|end|><|start|>assistant<|channel|>final<|message|>'],
  ['gpt-oss without <|end|>', '<|channel|>analysis<|message|>', '<|channel|>final<|message|>'],
];
/** What is left of a form if the chat template or the server has taken the beginning away. */
const strays: [who: string, close: string][] = [
  ['DeepSeek R1', '\n</think>\n\n'],
  ['Magistral', '[/THINK]'],
  ['Kimi', '◁/think▷'],
  ['Cohere', '<|END_THINKING|>'],
  ['gpt-oss without special tokens', 'assistantfinal'],
];

const thought = 'Okay, so the user asks < 3 things. 생각해 보자 [sic]';
const answer = 'They like that I am <3 "full of ideas" | 그래요 [x] </3>.';

/** A text cut at random places. */
const cut = (text: string): fc.Arbitrary<string[]> =>
  fc
    .uniqueArray(fc.nat(text.length), { maxLength: 12 })
    .map((at) => [0, ...at.toSorted((a, b) => a - b), text.length])
    .map((at) => at.slice(1).map((end, index) => text.slice(at[index], end)));

function filtered(pieces: readonly string[], holdsBack = false) {
  const filter = new ThinkingFilter({ holdsBack });
  const streamed = pieces.map((piece) => filter.push(piece)).join('');
  return { streamed, text: streamed + filter.end(), foundStray: filter.foundStray };
}

describe('the thinking filter', () => {
  it.each(forms)('removes the thinking of %s wherever the text is cut', (_who, open, close) => {
    for (const holdsBack of [false, true])
      fc.assert(
        fc.property(cut(`${open}${thought}${close}${answer}`), (pieces) => {
          const { text, foundStray } = filtered(pieces, holdsBack);
          expect(text).toBe(answer);
          expect(foundStray).toBe(false);
        }),
        { numRuns: 40 },
      );
  });

  it.each(strays)('finds the thinking of %s that no marker opened', (_who, close) => {
    fc.assert(
      fc.property(cut(`${thought}${close}${answer}`), (pieces) => {
        expect(filtered(pieces, true)).toEqual({ streamed: '', text: answer, foundStray: true });
      }),
      { numRuns: 40 },
    );
  });

  it('shows nothing of thinking that never ends', () => {
    for (const [, open] of forms)
      fc.assert(
        fc.property(cut(`${open}${thought}`), (pieces) => {
          expect(filtered(pieces).text).toBe('');
        }),
        { numRuns: 10 },
      );
  });

  it('removes an empty pair, and several pairs before the answer', () => {
    expect(filtered(['<think>\n\n</think>\n\nHello.']).text).toBe('Hello.');
    expect(filtered(['<think>a</think>\n<thinking>b</thinking>three.']).text).toBe('three.');
    expect(filtered(['<think>a</think><answer>Hello.</answer>']).text).toBe('Hello.');
  });

  it.each([
    'You asked for </think> and [/THINK], here they are.',
    'In HTML, <think> is no element, and <answer> is none </answer> either.',
    'One <think>two</think> [THINK]three[/THINK] assistantfinal.',
    '</think>',
  ])('passes on what an answer says about markers: %s', (text) => {
    fc.assert(
      fc.property(cut(text), (pieces) => {
        expect(filtered(pieces)).toMatchObject({ text, foundStray: false });
      }),
      { numRuns: 40 },
    );
  });

  it('passes on a text without markers unchanged, and keeps back no more than the beginning of one', () => {
    const letters = fc.constantFrom(...'<think>[/THINK] |◁▷aé한'.split(''), '\n', 'İ');
    const text = fc.array(letters, { maxLength: 60 }).map((all) => all.join(''));
    const marker = /<\/?think>|\[\/?think\]|◁\/?think▷/i;
    fc.assert(
      fc.property(
        text.filter((one) => !marker.test(one)).chain((one) => fc.tuple(fc.constant(one), cut(one))),
        ([whole, pieces]) => {
          const { streamed, text: shown } = filtered(pieces);
          expect(shown).toBe(whole);
          expect(whole.length - streamed.length).toBeLessThan(30);
        },
      ),
    );
  });
});
