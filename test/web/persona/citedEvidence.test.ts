import { expect, it } from 'vitest';
import { citedEvidence } from '../../../web/src/features/persona/rules/citedEvidence.js';

it('a sentence has the evidence that it cites, in its order, without hidden evidence', () => {
  const evidence = [
    { id: 'EV-E', text: 'e' },
    { id: 'EV-Q1', text: 'q' },
  ];
  expect(citedEvidence(['EV-Q1', 'EV-Q2', 'EV-E'], evidence).map(({ text }) => text)).toEqual(['q', 'e']);
});
