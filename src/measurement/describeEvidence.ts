import type { Locale } from '../locale.js';
import type { EvidencePack } from './evidence.js';
import { english } from './evidenceWording/english.js';
import type { EvidenceWording, PlaceFact } from './evidenceWording/evidenceWording.js';
import { japanese } from './evidenceWording/japanese.js';
import { korean } from './evidenceWording/korean.js';
import type { Level } from './measurement.js';

const wordings: Record<Locale, EvidenceWording> = { EN: english, KO: korean, JA: japanese };

const strengths: Record<Level, PlaceFact['strength']> = {
  VERY_LOW: 'VERY',
  LOW: 'CLEAR',
  TYPICAL: 'TYPICAL',
  HIGH: 'CLEAR',
  VERY_HIGH: 'VERY',
};

/**
 * Limits the figure to 1–99: no one is beyond all of 100 people or beyond none, so a rounded 0 or 100 is not
 * shown.
 */
const beyond = (score: number): number => Math.min(99, Math.max(1, score >= 50 ? score : 100 - score));

const placeFact = (pack: EvidencePack, measured: EvidencePack['traits'][number]): PlaceFact => ({
  name: pack.subject.name,
  trait: measured.trait,
  side: measured.score >= 50 ? 'high' : 'low',
  strength: strengths[measured.level],
  beyond: beyond(measured.score),
});

/**
 * Describes evidence in the subject's language: for a trait what the friends see, how many could judge it and
 * how far they agree; for a word how many picked it; for a quote that several friends wrote it, reworded; in
 * practice mode what the person says. It uses the pack alone, so no friend's own sentence can be in it.
 * @param ids of the pack's evidence; unknown ids are left out
 * @param options.sketch false if the text around it says that few friends answered, as otherwise each trait
 *   would repeat it
 * @returns each piece of evidence once, in the pack's order
 */
export function describeEvidence(
  pack: EvidencePack,
  ids: readonly string[],
  { sketch = true }: { sketch?: boolean } = {},
): { id: string; text: string }[] {
  const say = wordings[pack.subject.locale];
  const isSketch = sketch && pack.confidence === 'SKETCH';
  const sentences = pack.basis === 'SELF' ? ownEvidence(pack, say) : friendsEvidence(pack, say, isSketch);
  const requested = new Set(ids);
  return sentences.filter(({ id }) => requested.has(id));
}

/**
 * Describes all evidence that friends gave so that strangers may read it: no share of the friends, no exact
 * place and no quote. Traits that too few friends could judge are left out.
 */
export function describeForStrangers(pack: EvidencePack): { id: string; text: string }[] {
  const { general } = wordings[pack.subject.locale];
  const { friends, subject } = pack;
  return [
    ...pack.traits
      .filter(({ raters }) => raters > 0)
      .map((measured) => ({
        id: measured.id,
        text: general.trait({
          ...placeFact(pack, measured),
          friends,
          isSplit: measured.agreement === 'SPLIT',
        }),
      })),
    ...pack.words.map(({ id, word }) => ({ id, text: general.word({ name: subject.name, word }) })),
    ...pack.quotes.map(({ id }) => ({ id, text: general.quote })),
  ];
}

function friendsEvidence(
  pack: EvidencePack,
  say: EvidenceWording,
  sketch: boolean,
): { id: string; text: string }[] {
  const { friends, subject } = pack;
  return [
    ...pack.traits.map((measured) => {
      const { id, raters, agreement } = measured;
      return { id, text: say.trait({ ...placeFact(pack, measured), friends, raters, agreement, sketch }) };
    }),
    ...pack.words.map(({ id, word, share, count = Math.round(share * friends) }) => ({
      id,
      text: say.word({ name: subject.name, word, friends, count }),
    })),
    ...pack.quotes.map(({ id, text }) => ({ id, text: say.quote(text) })),
  ];
}

function ownEvidence(pack: EvidencePack, say: EvidenceWording): { id: string; text: string }[] {
  return [
    ...pack.traits.map((own) => ({
      id: own.id,
      text: say.ownTrait({ ...placeFact(pack, own), measured: own.raters > 0 }),
    })),
    ...pack.words.map(({ id, word }) => ({ id, text: say.ownWord({ name: pack.subject.name, word }) })),
  ];
}
