import { MIN_CHOOSERS } from '../anonymity.js';
import type { Rating } from '../answers.js';
import {
  describeEvidence,
  describePlace,
  type EvidenceLine,
  traitEvidence,
  traitQuestions,
  wordsQuestion,
} from '../describeEvidence.js';
import type { EvidencePack } from '../evidence.js';
import type { Measurement, RelationView, TraitMeasurement } from '../measurement.js';
import type { WordId } from '../questionnaire/items.js';
import type { TraitId } from '../traits.js';
import type { BlindSpot } from './blindSpots.js';
import { ITEMS, selfView } from './selfView.js';
import { insightWordings } from './wording/insightWordings.js';

/** What a sentence about one trait rests on, if it is about all friends. */
export const evidenceOfTrait = (pack: EvidencePack, trait: TraitId): EvidenceLine[] =>
  describeEvidence(
    pack,
    pack.traits.filter((own) => own.trait === trait).map(({ id }) => id),
  );

/**
 * What a blind spot rests on: the friends' answers, and the person's own to the same questions. How large the
 * difference is stays untold, because the person knows one side of it.
 * @returns `EV-E` and `EV-S-E`, for example; empty for NONE
 */
export function evidenceOfBlindSpot(
  { trait, strength }: BlindSpot,
  self: Rating,
  pack: EvidencePack,
): EvidenceLine[] {
  const own = selfView(self, trait);
  if (strength === 'NONE' || own === null) return [];
  const { name, locale } = pack.subject;
  const say = insightWordings[locale];
  return [
    ...evidenceOfTrait(pack, trait),
    {
      id: `EV-S-${trait}`,
      text: say.ownSide({ name, answered: Math.round(own.part * ITEMS), asked: ITEMS }),
      spread: say.chance[strength],
      questions: traitQuestions({ subject: pack.subject, basis: 'SELF' }, trait),
    },
  ];
}

/**
 * What a circle's view of a trait rests on: how many of the circle could judge it, how far they agree, and where all
 * friends together see the person. All of it is about people whose view may be shown (releasableViews).
 * @returns `EV-C-FAMILY-E`, for example
 */
export function evidenceOfCircle(
  { relation, friends }: RelationView,
  { trait, score, level, agreement, raters }: TraitMeasurement,
  pack: EvidencePack,
): EvidenceLine {
  const id = `EV-C-${relation}-${trait}`;
  const circle = { subject: pack.subject, friends, confidence: 'GOOD' as const };
  const here = traitEvidence(circle, { id, trait, score, level, agreement, raters });
  const all = pack.traits.find((own) => own.trait === trait && own.raters > 0);
  if (all === undefined) return here;
  const together = insightWordings[pack.subject.locale].allTogether(describePlace(pack, all));
  return { ...here, text: `${here.text}${together}` };
}

/** The questions behind the Johari window: as friends read it, and as the person did. */
export const johariQuestions = ({ subject }: EvidencePack): string[] => [
  wordsQuestion({ subject, basis: 'FRIENDS' }),
  wordsQuestion({ subject, basis: 'SELF' }),
];

/** Says who picked a word. A word that only one friend picked counts as picked by none. */
export function describePicked(
  word: WordId,
  ownWords: readonly string[],
  { friends, words }: Pick<Measurement, 'friends' | 'words'>,
  { name, locale }: EvidencePack['subject'],
): string {
  const count = words.find((one) => one.word === word)?.count ?? 0;
  return insightWordings[locale].picked({
    name,
    own: ownWords.includes(word),
    count: count < MIN_CHOOSERS ? null : count,
    friends,
  });
}
