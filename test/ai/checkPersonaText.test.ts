import { describe, expect, it } from 'vitest';
import { checkPersonaText } from '../../src/ai/prompts/checkPersonaText.js';
import { personaInstructions } from '../../src/ai/prompts/personaInstructions.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import { evidence } from './evidence.js';

const pack = evidence({ scores: { E: 92, N: 10 } });
const good: PersonaText = {
  title: 'The Wide-Open Prism',
  summary: [
    { text: 'Mina is outgoing.', evidence: ['EV-E'] },
    { text: 'Mina stays calm.', evidence: ['EV-N'] },
    { text: 'Friends say “funny”.', evidence: ['EV-W-funny'] },
  ],
  voice: { register: 'lively', habits: ['laughs'], sample: 'There you are!' },
  greeting: 'Hello.',
  alternates: ['Hi.', 'Hey.'],
  imagePrompt: { setting: 'shore', mood: 'calm', palette: 'dusk' },
};
const first = (text: string, ids = ['EV-E']): PersonaText => ({
  ...good,
  summary: [{ text, evidence: ids }, ...good.summary.slice(1)],
});

describe('the check of what a model wrote', () => {
  it('finds nothing in a text that keeps to its evidence', () => {
    expect(checkPersonaText(good, pack)).toEqual([]);
  });

  it.each<[what: string, text: PersonaText, problem: RegExp]>([
    ['an id that does not exist', first('Mina is outgoing.', ['EV-X']), /evidence that does not exist/],
    ['a word nobody chose', first('Mina is brave.', ['EV-W-brave']), /evidence that does not exist/],
    ['no id', first('Mina is outgoing.', []), /cites no evidence/],
    ['a trait turned around', first('Mina is shy and reserved.'), /turns its trait around/],
    ['a link', { ...good, greeting: 'See https://evil.example/x' }, /holds a link/],
    ['a bare domain', { ...good, greeting: 'See evil.com now' }, /holds a link/],
    ['a Markdown image', { ...good, title: '![x](y)' }, /holds markup/],
    ['a tag', { ...good, alternates: ['<b>Hi</b>', 'Hey.'] }, /holds markup/],
    ['a line break', { ...good, title: 'The\nPrism' }, /cannot be seen/],
    ['text turned around', { ...good, title: 'The \u202emsirP' }, /cannot be seen/],
    ['a shown id', { ...good, greeting: 'As EV-E says, hello.' }, /shows an evidence id/],
    ['the instructions', { ...good, greeting: personaInstructions.slice(0, 80) }, /repeats the instructions/],
  ])('finds %s', (_, text, problem) => {
    expect(checkPersonaText(text, pack)).toEqual([expect.stringMatching(problem)]);
  });

  it.each<[locale: 'KO' | 'JA', text: string]>([
    ['KO', '민아님은 수줍은 사람이에요.'],
    ['JA', '美奈さんは内向的です。'],
  ])('finds a trait turned around in %s', (locale, text) => {
    expect(checkPersonaText(first(text), evidence({ locale, scores: { E: 92 } }))).toEqual([
      'summary[0] turns its trait around',
    ]);
  });

  it('does not judge a sentence that denies, and lets a split trait have both sides', () => {
    expect(checkPersonaText(first('Mina is never shy.'), pack)).toEqual([]);
    expect(
      checkPersonaText(first('To some, Mina is shy.'), evidence({ scores: { E: 92 }, split: 'E' })),
    ).toEqual([]);
  });

  it('never quotes the text in a problem', () => {
    expect(checkPersonaText({ ...good, greeting: 'canary www.x.y' }, pack).join()).not.toContain('canary');
  });
});
