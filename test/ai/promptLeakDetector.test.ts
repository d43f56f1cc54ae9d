import { describe, expect, it } from 'vitest';
import { chatInstructions, continueInstruction } from '../../src/ai/prompts/chat.js';
import { explanationPrompt } from '../../src/ai/prompts/explanation.js';
import { paraphraseInstructions } from '../../src/ai/prompts/paraphrase.js';
import { repairInstructions } from '../../src/ai/prompts/persona.js';
import { reflectionsInstructions } from '../../src/ai/prompts/reflections.js';
import { summaryInstructions } from '../../src/ai/prompts/summary.js';
import { directBooks, phraseBooks, replyBooks } from '../../stand-ins/openai/author/phraseBooks.js';
import { evidence } from './evidence.js';
import { shownOfPieces } from './shownOfPieces.js';

const why = explanationPrompt({ evidence: evidence({}), question: '', reply: '' }).system;
const instructions = {
  chatInstructions,
  continueInstruction,
  paraphraseInstructions,
  reflectionsInstructions,
  repairInstructions,
  summaryInstructions,
  why,
};

describe('a reply that reveals the instructions', () => {
  it.each(Object.entries(instructions))(
    'is stopped within two words of %s, wherever it begins',
    (_, text) => {
      const words = text.split(/\s+/);
      for (let at = 0; at + 25 < words.length; at += 7) {
        const told = words.slice(at, at + 25).join(' ');
        const { shown, isStopped } = shownOfPieces([`Sure: ${told}`]);
        expect(isStopped, told).toBe(true);
        const latin = shown.slice('Sure: '.length).match(/[a-z’']+/gi) ?? [];
        expect(latin.length, `${told} → ${shown}`).toBeLessThanOrEqual(2);
      }
    },
  );

  it.each<[string, (text: string) => string]>([
    ['backwards', (text) => [...text].reverse().join('')],
    ['spaced out', (text) => [...text.replace(/\s/g, '')].join(' ')],
    [
      'with figures for letters',
      (text) => text.replace(/[aeio]/g, (one) => ({ a: '4', e: '3', i: '1', o: '0' })[one] ?? one),
    ],
    ['in capitals', (text) => text.toUpperCase()],
    [
      'in wide letters',
      (text) => text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ['in markup', (text) => text.replaceAll(' ', '** <b>_')],
  ])('is stopped %s', (_, disguise) => {
    const told = 'The first user message holds the measurements as JSON.';
    const { shown, isStopped } = shownOfPieces([disguise(told)]);
    expect(isStopped).toBe(true);
    expect(shown.replace(/[^\p{L}\p{N}]/gu, '').length).toBeLessThanOrEqual(11);
  });

  it('keeps what came before, and goes on where only its first words are like ours', () => {
    expect(shownOfPieces(['I am well. Address them in the first person. The'])).toEqual({
      shown: 'I am well. Address them ',
      isStopped: true,
    });
    const text = 'Address them in the light of the first day.';
    expect(shownOfPieces([text])).toEqual({ shown: text, isStopped: false });
  });

  it('is no reply of the demo model', () => {
    const strings = (node: unknown): string[] => {
      if (typeof node === 'string') return [node];
      if (typeof node !== 'object' || node === null || node instanceof RegExp) return [];
      return Object.values(node).flatMap(strings);
    };
    const texts = strings([replyBooks, directBooks, phraseBooks]);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => shownOfPieces([text]).isStopped)).toEqual([]);
  });
});
