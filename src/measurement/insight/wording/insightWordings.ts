import type { Locale } from '../../../locale.js';
import { english } from './english.js';
import type { InsightWording } from './insightWording.js';
import { japanese } from './japanese.js';
import { korean } from './korean.js';

export const insightWordings: Record<Locale, InsightWording> = { EN: english, KO: korean, JA: japanese };
