import type { PersonaStatus } from '../../../api/generated/schema';

/** The data that decides which sections a persona's page has. */
export interface SectionData {
  status: PersonaStatus;
  practice: boolean;
  sentences: readonly unknown[];
  voice: unknown;
  version: {
    insight: {
      words: readonly unknown[];
      circles: readonly unknown[];
      quotes: readonly unknown[];
    } | null;
  } | null;
}

const sectionOrder = [
  'traits',
  'summary',
  'agreement',
  'words',
  'johari',
  'circles',
  'quotes',
  'publish',
  'export',
  'versions',
  'voice',
] as const;

export type SectionId = (typeof sectionOrder)[number];

/**
 * The sections of a persona's page, in order. A practice persona has no sections that only friends' answers
 * can fill, and a voice can be chosen, and the persona taken along, once it is READY. Empty sections are left out, except words: it is worth a line that no two friends chose the same
 * one.
 */
export function visibleSections({ status, practice, sentences, voice, version }: SectionData): SectionId[] {
  const insight = version?.insight ?? null;
  const isShown: Record<SectionId, boolean> = {
    traits: insight !== null,
    summary: sentences.length > 0,
    agreement: insight !== null && !practice,
    words: insight !== null && (!practice || insight.words.length > 0),
    johari: insight !== null && !practice,
    circles: (insight?.circles.length ?? 0) > 0,
    quotes: (insight?.quotes.length ?? 0) > 0,
    publish: !practice,
    export: status === 'READY',
    versions: version !== null,
    voice: voice !== null && status === 'READY',
  };
  return sectionOrder.filter((id) => isShown[id]);
}
