import type { EvidencePack } from './evidencePack.js';
import { english } from './evidenceWording/english.js';
import type { EvidenceWording, TraitFact } from './evidenceWording/evidenceWording.js';
import { japanese } from './evidenceWording/japanese.js';
import { korean } from './evidenceWording/korean.js';
import type { Level } from './measurement.js';
import type { Locale } from './questionnaire/locale.js';

const wordings: Record<Locale, EvidenceWording> = { EN: english, KO: korean, JA: japanese };

const strengths: Record<Level, TraitFact['strength']> = {
  VERY_LOW: 'VERY',
  LOW: 'CLEAR',
  TYPICAL: 'TYPICAL',
  HIGH: 'CLEAR',
  VERY_HIGH: 'VERY',
};

/** Nobody stands beyond all 100 people or beyond none: a rounded 0 or 100 is not told as such. */
const beyond = (score: number): number => Math.min(99, Math.max(1, score >= 50 ? score : 100 - score));

const traitFact = (pack: EvidencePack, measured: EvidencePack['traits'][number]): TraitFact => ({
  name: pack.subject.name,
  trait: measured.trait,
  friends: pack.friends,
  raters: measured.raters,
  side: measured.score >= 50 ? 'high' : 'low',
  strength: strengths[measured.level],
  beyond: beyond(measured.score),
  agreement: measured.agreement,
  sketch: pack.confidence === 'SKETCH',
});

/**
 * What was measured, in the words of the subject's language: for a trait what the friends see, how many could tell and how far they agree, for
 * a word how many picked it. Made of the pack alone, so no friend's own sentence can be in it.
 * @param ids of the pack's evidence; unknown ones are left out
 * @returns each once, in the pack's order
 */
export function evidenceInWords(pack: EvidencePack, ids: readonly string[]): { id: string; text: string }[] {
  const say = wordings[pack.subject.locale];
  const asked = new Set(ids);
  const { friends } = pack;
  const { name } = pack.subject;
  return [
    ...pack.traits.map((trait) => ({ id: trait.id, text: say.trait(traitFact(pack, trait)) })),
    ...pack.words.map(({ id, word, share, count = Math.round(share * friends) }) => ({
      id,
      text: say.word({ name, word, friends, count }),
    })),
  ].filter(({ id }) => asked.has(id));
}
