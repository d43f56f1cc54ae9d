import { expect, it } from 'vitest';
import { citedEvidence, withoutCounts } from '../../../web/src/features/persona/rules/citedEvidence.js';

it('a sentence has the evidence that it cites, in its order, without hidden evidence', () => {
  const evidence = [
    { id: 'EV-E', text: 'e' },
    { id: 'EV-Q1', text: 'q' },
  ];
  expect(
    citedEvidence({ version: { evidence } }, ['EV-Q1', 'EV-Q2', 'EV-E']).map(({ text }) => text),
  ).toEqual(['q', 'e']);
  expect(citedEvidence({ version: null }, ['EV-E'])).toEqual([]);
});

it('evidence leaves out the counts that its sentence says, and keeps the spread and the questions', () => {
  expect(withoutCounts([{ id: 'EV-E', text: '3 of 3', spread: 'close', questions: ['Q?'] }])).toEqual([
    { id: 'EV-E', spread: 'close', questions: ['Q?'] },
  ]);
});
