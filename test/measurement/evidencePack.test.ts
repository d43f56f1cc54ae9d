import { expect, it } from 'vitest';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { wordIds } from '../../src/measurement/questionnaire/items.js';
import { sheet } from './sheet.js';

const form = '44352223425423522412';
const pack = (locale: 'EN' | 'KO' | 'JA', ...choices: string[][]) =>
  evidencePack(
    measure(
      choices.map((words) => sheet(form, { words, relation: 'PARTNER' })),
      norms,
    ),
    { name: 'Mina', locale },
  );

it('a word that one friend alone chose stays with that friend', () => {
  expect(pack('EN', ['kind', 'bold'], ['kind'], ['calm']).words).toEqual([
    { id: 'EV-W-kind', word: 'kind', share: 0.67, count: 2 },
  ]);
});

it('words come in the language of the subject under ids that do not depend on it, strongest first', () => {
  const chosen = [['kind', 'bold'], ['kind', 'bold'], ['bold']];
  expect(pack('KO', ...chosen).words.map(({ id, word }) => [id, word])).toEqual([
    ['EV-W-bold', '대담한'],
    ['EV-W-kind', '친절한'],
  ]);
  expect(pack('JA', ...chosen).words.map(({ word }) => word)).toEqual(['大胆', '親切']);
});

it('at most eight words are shown', () => {
  expect(pack('EN', [...wordIds], [...wordIds]).words).toHaveLength(8);
});

it('every trait is citable, and nothing of a single friend is in the pack', () => {
  const ratings = [1, 2, 3].map(() => {
    const own = sheet(form, { relation: 'PARTNER', elapsedMs: 87_654, words: ['kind'] });
    return { ...own, answers: [...own.answers, { questionId: 'OT3', text: 'by the stars' }] };
  });
  const evidence = evidencePack(measure(ratings, norms), { name: 'Mina', locale: 'EN' });
  expect(evidence.traits.map(({ id }) => id)).toEqual(['EV-E', 'EV-A', 'EV-C', 'EV-N', 'EV-I']);
  expect(evidence).toMatchObject({
    subject: { name: 'Mina', locale: 'EN' },
    friends: 3,
    confidence: 'SKETCH',
  });
  expect(JSON.stringify(evidence)).not.toMatch(/PARTNER|stars|87654|OT3/);
});

it('a pack survives JSON as it is', () => {
  const evidence = pack('KO', ['kind'], ['kind'], []);
  expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
});
