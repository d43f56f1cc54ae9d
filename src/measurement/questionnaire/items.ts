import type { TraitId } from '../traits.js';

/**
 * The Mini-IPIP (Donnellan et al. 2006; IPIP, public domain), four items per trait, interleaved. The first
 * ten contain one plus and one minus item of every trait, so a form abandoned half-way is a valid short form.
 * `reversed`: agreeing speaks against the trait.
 */
export const scaleItems = [
  { id: 'MI01', trait: 'E', reversed: false },
  { id: 'MI02', trait: 'A', reversed: false },
  { id: 'MI03', trait: 'C', reversed: false },
  { id: 'MI04', trait: 'N', reversed: false },
  { id: 'MI05', trait: 'I', reversed: false },
  { id: 'MI06', trait: 'E', reversed: true },
  { id: 'MI07', trait: 'A', reversed: true },
  { id: 'MI08', trait: 'C', reversed: true },
  { id: 'MI09', trait: 'N', reversed: true },
  { id: 'MI10', trait: 'I', reversed: true },
  { id: 'MI11', trait: 'E', reversed: false },
  { id: 'MI12', trait: 'A', reversed: false },
  { id: 'MI13', trait: 'C', reversed: false },
  { id: 'MI14', trait: 'N', reversed: false },
  { id: 'MI15', trait: 'I', reversed: true },
  { id: 'MI16', trait: 'E', reversed: true },
  { id: 'MI17', trait: 'A', reversed: true },
  { id: 'MI18', trait: 'C', reversed: true },
  { id: 'MI19', trait: 'N', reversed: true },
  { id: 'MI20', trait: 'I', reversed: true },
] as const satisfies readonly { id: string; trait: TraitId; reversed: boolean }[];

export type ScaleItemId = (typeof scaleItems)[number]['id'];

/** The words friends choose from. All are positive, because a list that offers insults gets them. */
export const wordIds = [
  'funny',
  'outgoing',
  'calm',
  'steady',
  'kind',
  'warm',
  'patient',
  'loyal',
  'honest',
  'brave',
  'curious',
  'imaginative',
  'deep',
  'clever',
  'organised',
  'reliable',
  'hard-working',
  'precise',
  'playful',
  'free-spirited',
  'protective',
  'modest',
  'bold',
  'sensitive',
] as const;

export type WordId = (typeof wordIds)[number];

export const textIds = ['OT1', 'OT2', 'OT3'] as const;

export type TextId = (typeof textIds)[number];

/**
 * A questionnaire in one language. Every question about another person contains `{name}` once, where the
 * owner's name goes.
 */
export interface Wording {
  /**
   * `source`: the published items, changed from the first person to the third. `draft`: our translation, not
   * validated.
   */
  translation: 'source' | 'draft';
  items: Record<ScaleItemId, string>;
  /** The same in the first person, for people who answer about themselves. */
  ownItems: Record<ScaleItemId, string>;
  /** Labels of the points 1–5. */
  points: readonly [string, string, string, string, string];
  wordsQuestion: string;
  ownWordsQuestion: string;
  words: Record<WordId, string>;
  texts: Record<TextId, string>;
}
