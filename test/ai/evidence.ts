import type { Locale } from '../../src/locale.js';
import type { Archetype } from '../../src/measurement/archetypes.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import type { Level } from '../../src/measurement/measurement.js';
import type { TraitId } from '../../src/measurement/traits.js';

const levelOf = (score: number): Level => {
  if (score < 15) return 'VERY_LOW';
  if (score < 35) return 'LOW';
  if (score <= 65) return 'TYPICAL';
  return score <= 85 ? 'HIGH' : 'VERY_HIGH';
};

/** Evidence about someone, with the parts that a test cares about. */
export function evidence(
  parts: {
    name?: string;
    locale?: Locale;
    friends?: number;
    archetype?: Archetype;
    scores?: Partial<Record<TraitId, number>>;
    split?: TraitId;
    words?: string[];
    quotes?: string[];
    /** SELF: of the person alone, so no friends and no agreement. */
    basis?: EvidencePack['basis'];
  } = {},
): EvidencePack {
  const scores = { E: 50, A: 50, C: 50, N: 50, I: 50, ...parts.scores };
  const basis = parts.basis ?? 'FRIENDS';
  const friends = basis === 'SELF' ? 0 : (parts.friends ?? 3);
  return {
    subject: { name: parts.name ?? 'Mina', locale: parts.locale ?? 'EN' },
    basis,
    friends,
    confidence: friends < 5 ? 'SKETCH' : 'FAIR',
    archetype: parts.archetype ?? 'ARTIST',
    runnerUp: parts.archetype === 'SAGE' ? 'MYSTIC' : 'SAGE',
    traits: (Object.keys(scores) as TraitId[]).map((trait) => ({
      id: `EV-${trait}`,
      trait,
      score: scores[trait],
      level: levelOf(scores[trait]),
      agreement: basis === 'SELF' ? 'UNKNOWN' : parts.split === trait ? 'SPLIT' : 'AGREE',
      raters: basis === 'SELF' ? 1 : friends,
    })),
    words: (parts.words ?? ['funny', 'warm']).map((word) => ({ id: `EV-W-${word}`, word, share: 0.67 })),
    quotes: (parts.quotes ?? []).map((text, at) => ({ id: `EV-Q${at + 1}`, text })),
  };
}
