import { describe, expect, it } from 'vitest';
import { chatInstructions } from '../../src/ai/prompts/chat.js';
import { promptTokens } from '../../src/ai/prompts/tokenBudget.js';
import { ask, dataOf } from './askMirror.js';
import { evidence } from './evidence.js';
import { personaTextOf } from './personaText.js';

const quotes = Array.from({ length: 6 }, (_, at) =>
  `Number ${at} stays calm when all goes wrong. `.repeat(10),
);
const anchorOf = (pack: ReturnType<typeof evidence>): string =>
  ask({ evidence: pack }).at(-1)?.content.split('\n---\n')[0] ?? '';

describe('the evidence in a chat prompt', () => {
  it('is whose answers it rests on, scores, words and what several friends wrote, without any id', () => {
    const messages = ask({ evidence: evidence({ quotes }) });
    expect(dataOf(messages)).toMatchObject({
      basis: 'FRIENDS',
      quotes,
      words: [
        { word: 'funny', count: 2 },
        { word: 'warm', count: 2 },
      ],
    });
    expect(dataOf(messages).traits.map(({ trait }) => trait)).toEqual(['E', 'A', 'C', 'N', 'I']);
    expect(JSON.stringify(messages)).not.toContain('EV-');
  });

  it('has no quotes where there are none', () => {
    expect(dataOf(ask())).not.toHaveProperty('quotes');
  });

  it('loses the quotes before anything else that is known when the room gets short', () => {
    const parts = {
      evidence: evidence({ quotes }),
      facts: Array.from({ length: 60 }, (_, at) => `My bee number ${at} is called Bee and likes clover.`),
      summary: 'They spoke of bees.',
    };
    const whole = promptTokens(ask({ ...parts, budget: 9000 }));
    const kept = [350, 150].map((less) => {
      const { facts, earlier, summary, quotes: shown = [] } = dataOf(ask({ ...parts, budget: whole - less }));
      expect({ facts, earlier }).toEqual({ facts: parts.facts, earlier: parts.summary });
      expect(summary).toEqual(personaTextOf().summary.map(({ text }) => text));
      return shown.length;
    });
    expect(kept[0]).toBeLessThan(kept[1] ?? 0);
    expect(kept[1]).toBeLessThan(6);
  });

  it('says in practice, right before the question, that the person alone answered', () => {
    const own = anchorOf(evidence({ basis: 'SELF', scores: { E: 92 } }));
    expect(own).toContain('Practice: only the person answered');
    expect(own).toContain('E VERY_HIGH, A TYPICAL');
    expect(own).not.toContain('UNKNOWN');
    expect(anchorOf(evidence())).not.toContain('Practice');
  });

  it('comes with the same instructions, whatever the answers', () => {
    const [own, friends] = [evidence({ basis: 'SELF' }), evidence()].map((pack) => ask({ evidence: pack }));
    expect(own?.[0]).toEqual(friends?.[0]);
    expect(chatInstructions).toMatch(/SELF: practice/);
    expect(chatInstructions).toMatch(/nobody else did/);
  });
});
