import type { Locale } from '../../locale.js';
import type { Archetype } from '../../measurement/archetypes.js';
import type { CompatibilityLabel } from '../../measurement/compatibility/compatibility.js';

/** The preview of a survey's link. It shows whom the survey is about, and nothing of the answers. */
export interface SurveyPicture {
  kind: 'survey';
  locale: Locale;
  /** The name that friends see. */
  name: string;
}

/** One reply of a mirror, as its owner shares it. */
export interface BubblePicture {
  kind: 'bubble';
  locale: Locale;
  name: string;
  text: string;
  archetype: Archetype;
  archetypeName: string;
  /** The illustration as WebP; without it, the gem is drawn empty. */
  portrait: Uint8Array | null;
  /** Where the QR code leads; null if the persona is not public. */
  url: string | null;
}

/** The result of a comparison, as either owner shares it. It shows no trait's score, archetype or portrait. */
export interface PairPicture {
  kind: 'pair';
  locale: Locale;
  names: readonly [string, string];
  /** 0–100. */
  score: number;
  label: CompatibilityLabel;
  /** Sentences with both names. */
  reasons: readonly string[];
  /** Where the QR code leads. */
  url: string;
}

/** What a picture other than a persona's card shows. */
export type PictureContent = SurveyPicture | BubblePicture | PairPicture;
