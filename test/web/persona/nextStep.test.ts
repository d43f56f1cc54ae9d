import { describe, expect, it } from 'vitest';
import { nextFirmness } from '../../../web/src/features/persona/rules/meters.js';
import {
  type SectionData,
  visibleSections,
} from '../../../web/src/features/persona/rules/visibleSections.js';

describe('what more friends would bring', () => {
  it('a sketch shows how many friends make it fair', () => {
    const step = nextFirmness({ friendsUntilFair: 2, friendsUntilGood: 5 });
    expect(step).toEqual({ level: 'FAIR', friends: 2 });
  });

  it('a fair likeness shows how many make it good', () => {
    const step = nextFirmness({ friendsUntilFair: 0, friendsUntilGood: 2 });
    expect(step).toEqual({ level: 'GOOD', friends: 2 });
  });

  it('a good likeness is asked for nothing', () => {
    expect(nextFirmness({ friendsUntilFair: 0, friendsUntilGood: 0 })).toBeNull();
  });
});

describe('the sections of a page', () => {
  const told = (changes: Partial<SectionData> = {}): SectionData => ({
    practice: false,
    sentences: [{}],
    voice: {},
    version: { insight: { words: [], circles: [], quotes: [] } },
    ...changes,
  });

  it('with three friends and nearly nothing, circles and quotes are left out and nothing is empty but the words', () => {
    expect(visibleSections(told())).toEqual([
      'traits',
      'summary',
      'agreement',
      'words',
      'johari',
      'versions',
      'voice',
    ]);
  });

  it('practice shows nothing that only friends could know', () => {
    expect(visibleSections(told({ practice: true }))).toEqual(['traits', 'summary', 'versions', 'voice']);
  });

  it('a version that keeps no measurement still has its words and its history', () => {
    expect(visibleSections(told({ version: { insight: null } }))).toEqual(['summary', 'versions', 'voice']);
  });
});
