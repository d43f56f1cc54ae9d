import { describe, expect, it } from 'vitest';
import {
  type SectionData,
  visibleSections,
} from '../../../web/src/features/persona/rules/visibleSections.js';

describe('the sections of a page', () => {
  const sectionData = (changes: Partial<SectionData> = {}): SectionData => ({
    status: 'READY',
    practice: false,
    sentences: [{}],
    voice: {},
    version: { insight: { words: [], circles: [], quotes: [] } },
    ...changes,
  });

  it('leave out empty circles and quotes, and keep empty words', () => {
    expect(visibleSections(sectionData())).toEqual([
      'traits',
      'summary',
      'agreement',
      'words',
      'johari',
      'publish',
      'export',
      'versions',
      'voice',
    ]);
  });

  it('of a practice persona have nothing that only friends could answer', () => {
    expect(visibleSections(sectionData({ practice: true }))).toEqual([
      'traits',
      'summary',
      'export',
      'versions',
      'voice',
    ]);
  });

  it('have no voice to choose while the picture is drawn', () => {
    expect(visibleSections(sectionData({ status: 'GENERATING_IMAGE' }))).not.toContain('voice');
  });

  it('of a version without a measurement are its summary, its versions and its voice', () => {
    expect(visibleSections(sectionData({ version: { insight: null } }))).toEqual([
      'summary',
      'publish',
      'export',
      'versions',
      'voice',
    ]);
  });
});
