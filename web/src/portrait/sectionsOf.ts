/** What decides which sections a persona's page has. */
export interface Told {
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

export const sectionOrder = [
  'traits',
  'summary',
  'agreement',
  'words',
  'johari',
  'circles',
  'quotes',
  'versions',
  'voice',
] as const;

export type SectionId = (typeof sectionOrder)[number];

/**
 * The sections of a page, in order. What friends alone can tell has no place where nobody but the person answered; what nobody told is
 * left out, except words: that friends chose none alike is worth a line.
 */
export function sectionsOf({ practice, sentences, voice, version }: Told): SectionId[] {
  const insight = version?.insight ?? null;
  const is: Record<SectionId, boolean> = {
    traits: insight !== null,
    summary: sentences.length > 0,
    agreement: insight !== null && !practice,
    words: insight !== null && (!practice || insight.words.length > 0),
    johari: insight !== null && !practice,
    circles: (insight?.circles.length ?? 0) > 0,
    quotes: (insight?.quotes.length ?? 0) > 0,
    versions: version !== null,
    voice: voice !== null,
  };
  return sectionOrder.filter((id) => is[id]);
}
