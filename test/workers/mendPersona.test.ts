import { expect, it } from 'vitest';
import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { mendPersona } from '../../src/workers/persona/mendPersona.js';
import { composePersona } from '../../stand-ins/openai/author/composePersona.js';
import { evidence } from '../ai/evidence.js';

const line = 'keeps a second umbrella for whoever forgot theirs';
const answers = indexAnswers([line], 'Mina');
const pack = evidence({ friends: 6, scores: { E: 80, C: 12, I: 90 }, quotes: ['A hand is never far off.'] });

function mend(change: (text: PersonaText) => void) {
  const text = composePersona(pack);
  change(text);
  const problems = checkPersonaText(text, pack, answers);
  expect(problems).not.toEqual([]);
  return { text, mended: mendPersona(text, problems, pack, answers) };
}

it('a sentence that repeats a friend gives way to one about evidence, and the rest stays', () => {
  const { text, mended } = mend(({ summary }) => (summary[1]!.text = `Mina ${line}.`));
  expect(JSON.stringify(mended)).not.toContain('umbrella');
  expect(mended?.summary).toHaveLength(text.summary.length);
  expect(mended?.summary.filter((sentence) => text.summary.includes(sentence))).toHaveLength(
    text.summary.length - 1,
  );
  expect({ ...mended, summary: [] }).toEqual({ ...text, summary: [] });
  expect(mended && checkPersonaText(mended, pack, answers)).toEqual([]);
});

it.each([
  ['title', (text) => (text.title = '<b>The Lantern</b>')],
  ['greeting', (text) => (text.greeting = 'Find me at www.mirror.example.')],
  ['voice.sample', (text) => (text.voice.sample = line)],
  ['voice.register', (text) => (text.voice.register = 'as `code`')],
  ['voice.habits[0]', (text) => (text.voice.habits[0] = 'as `code`')],
  ['alternates[1]', (text) => (text.alternates[1] = 'Friend 2 wrote: hi')],
] as [string, (text: PersonaText) => void][])('a refused %s costs no sentence', (_place, change) => {
  const { text, mended } = mend(change);
  expect(mended?.summary).toEqual(text.summary);
});

it('a text of which less than half of the sentences pass is not mended', () => {
  const { mended } = mend(({ summary }) => {
    for (const sentence of summary.slice(0, -2)) sentence.evidence = ['EV-Z'];
  });
  expect(mended).toBeNull();
});

it('a problem with the whole text is not mended', () => {
  expect(mendPersona(composePersona(pack), ['the text is not in English'], pack, answers)).toBeNull();
});
