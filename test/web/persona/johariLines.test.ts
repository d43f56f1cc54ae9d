import { expect, it } from 'vitest';
import { johariLines } from '../../../web/src/features/persona/rules/johariLines.js';

it('words that equally many people picked share a line, in the order of the words', () => {
  const word = (label: string, evidence: string) => ({ id: label, label, evidence });
  expect(johariLines([word('funny', '3 of 5'), word('calm', '2 of 5'), word('kind', '3 of 5')])).toEqual([
    { evidence: '3 of 5', labels: ['funny', 'kind'] },
    { evidence: '2 of 5', labels: ['calm'] },
  ]);
});
