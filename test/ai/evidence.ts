import type { Archetype, EvidencePack, Level, Locale, TraitId } from '../../src/mirror/evidencePack.js';

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
  } = {},
): EvidencePack {
  const scores = { E: 50, A: 50, C: 50, N: 50, I: 50, ...parts.scores };
  const friends = parts.friends ?? 3;
  return {
    subject: { name: parts.name ?? 'Mina', locale: parts.locale ?? 'EN' },
    friends,
    confidence: friends < 5 ? 'SKETCH' : 'FAIR',
    archetype: parts.archetype ?? 'ARTIST',
    runnerUp: parts.archetype === 'SAGE' ? 'MYSTIC' : 'SAGE',
    traits: (Object.keys(scores) as TraitId[]).map((trait) => ({
      id: `EV-${trait}`,
      trait,
      score: scores[trait],
      level: levelOf(scores[trait]),
      agreement: parts.split === trait ? 'SPLIT' : 'AGREE',
      raters: friends,
    })),
    words: (parts.words ?? ['funny', 'warm']).map((word) => ({ id: `EV-W-${word}`, word, share: 0.67 })),
    forbidden: ['health', 'sexuality', 'politics', 'who answered'],
  };
}
