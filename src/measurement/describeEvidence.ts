import type { Locale } from '../locale.js';
import type { EvidencePack } from './evidence.js';
import { english } from './evidenceWording/english.js';
import type { EvidenceWording, PlaceFact, TraitFact } from './evidenceWording/evidenceWording.js';
import { japanese } from './evidenceWording/japanese.js';
import { korean } from './evidenceWording/korean.js';
import type { Level } from './measurement.js';
import { wordIds } from './questionnaire/items.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from './questionnaire/questionnaire.js';
import type { TraitId } from './traits.js';

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

const placeFact = (
  pack: Pick<EvidencePack, 'subject'>,
  measured: EvidencePack['traits'][number],
): PlaceFact => ({
  name: pack.subject.name,
  trait: measured.trait,
  side: measured.score >= 50 ? 'high' : 'low',
  strength: strengths[measured.level],
  beyond: beyond(measured.score),
});

interface Line {
  id: string;
  text: string;
}

/** What a sentence rests on: how many people and where they see the person, how far apart they are, and what they were asked. */
export interface EvidenceLine extends Line {
  spread: string;
  /** As the people who answered read them. */
  questions: string[];
}

const only = <T extends Line>(lines: T[], ids: readonly string[]): T[] => {
  const requested = new Set(ids);
  return lines.filter(({ id }) => requested.has(id));
};

/**
 * Describes evidence in the subject's language: for a trait how many friends could judge it, how far they agree
 * and where they see the person; for a word how many picked it; for a quote that several friends wrote it,
 * reworded; in practice mode what the person says. It uses the pack alone, so no friend's own sentence can be in
 * it. What the evidence shows of the person is left to the sentences that cite it.
 * @param ids of the pack's evidence; unknown ids are left out
 * @returns each piece of evidence once, in the pack's order
 */
export function describeEvidence(pack: EvidencePack, ids: readonly string[]): EvidenceLine[] {
  const say = wordings[pack.subject.locale];
  const lines = pack.basis === 'SELF' ? ownEvidence(pack, say) : friendsEvidence(pack, say);
  return only(lines, ids);
}

type Asked = Pick<EvidencePack, 'subject' | 'basis'>;

/** The questions that measure a trait, as the people who answered read them. */
export function traitQuestions({ subject, basis }: Asked, trait: TraitId): string[] {
  const { items, wording } = questionnaireOf(QUESTIONNAIRE_VERSION);
  const texts = wording[subject.locale][basis === 'SELF' ? 'ownItems' : 'items'];
  return items.filter((item) => item.trait === trait).map(({ id }) => about(subject, texts[id]));
}

/** The question that words are chosen for. */
export function wordsQuestion({ subject, basis }: Asked): string {
  const wording = questionnaireOf(QUESTIONNAIRE_VERSION).wording[subject.locale];
  return about(subject, basis === 'SELF' ? wording.ownWordsQuestion : wording.wordsQuestion);
}

/** The open questions, of which each friend is asked one. */
function openQuestions({ subject }: Asked): string[] {
  const { texts, wording } = questionnaireOf(QUESTIONNAIRE_VERSION);
  return texts.map((id) => about(subject, wording[subject.locale].texts[id]));
}

/** A replacement string would expand `$&` in a name. A function's result is inserted unchanged. */
const about = ({ name }: EvidencePack['subject'], question: string): string =>
  question.replace('{name}', () => name);

/**
 * Says in a sentence of a portrait what a trait or a word shows. Its figures are left to `describeEvidence`,
 * so a sentence never repeats its evidence. Quotes have no such sentence.
 * @param options.sketch whether the sentence of a trait says that few friends answered
 * @returns as describeEvidence
 */
export function describePortrait(
  pack: EvidencePack,
  ids: readonly string[],
  { sketch = true }: { sketch?: boolean } = {},
): Line[] {
  const { portrait } = wordings[pack.subject.locale];
  const { name } = pack.subject;
  const isOwn = pack.basis === 'SELF';
  const traits = pack.traits.map((measured) => ({
    id: measured.id,
    text: isOwn
      ? portrait.ownTrait({ ...placeFact(pack, measured), measured: measured.raters > 0 })
      : portrait.trait({
          ...traitFact(pack, measured),
          sketch: sketch && pack.confidence === 'SKETCH',
        }),
  }));
  const words = pack.words.map(({ id, word }) => ({
    id,
    text: isOwn ? portrait.ownWord({ name, word }) : portrait.word({ name, word }),
  }));
  return only([...traits, ...words], ids);
}

/**
 * Describes all evidence that friends gave so that strangers may read it: no share of the friends, no exact
 * place and no quote. Traits that too few friends could judge are left out.
 */
export function describeForStrangers(pack: EvidencePack): Line[] {
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

/**
 * What strangers may know of how each piece of evidence came about: the questions, and how many friends an answer
 * needs before it is used. Nothing in it depends on an answer.
 */
export function describeAsked(pack: EvidencePack): Line[] {
  const { general } = wordings[pack.subject.locale];
  return [
    ...pack.traits.map(({ id, trait }) => ({ id, text: general.askedTrait(traitQuestions(pack, trait)) })),
    ...pack.words.map(({ id }) => ({ id, text: general.askedWord([wordsQuestion(pack)]) })),
    ...pack.quotes.map(({ id }) => ({ id, text: general.quote })),
  ];
}

const traitFact = (
  pack: Pick<EvidencePack, 'subject' | 'friends'>,
  measured: EvidencePack['traits'][number],
): Omit<TraitFact, 'sketch'> => ({
  ...placeFact(pack, measured),
  friends: pack.friends,
  raters: measured.raters,
  agreement: measured.agreement,
});

/**
 * A trait as friends see it.
 * @param pack of all friends, or `friends` and `traits` of one circle of them
 */
export const traitEvidence = (
  pack: Pick<EvidencePack, 'subject' | 'friends' | 'confidence'>,
  measured: EvidencePack['traits'][number],
): EvidenceLine => {
  const say = wordings[pack.subject.locale];
  return {
    id: measured.id,
    text: say.trait({ ...traitFact(pack, measured), sketch: pack.confidence === 'SKETCH' }),
    spread: say.spread.trait[measured.agreement],
    questions: traitQuestions({ subject: pack.subject, basis: 'FRIENDS' }, measured.trait),
  };
};

/** Where a trait of the pack is, compared with 100 people: part of a sentence. */
export const describePlace = (
  pack: Pick<EvidencePack, 'subject'>,
  measured: EvidencePack['traits'][number],
): string => wordings[pack.subject.locale].place(placeFact(pack, measured));

function friendsEvidence(pack: EvidencePack, say: EvidenceWording): EvidenceLine[] {
  const { friends, subject } = pack;
  return [
    ...pack.traits.map((measured) => traitEvidence(pack, measured)),
    ...pack.words.map(({ id, word, share, count = Math.round(share * friends) }) => ({
      id,
      text: say.word({ name: subject.name, word, friends, count }),
      spread: say.spread.word({
        ahead: pack.words.filter((other) => other.share > share).length,
        words: wordIds.length,
      }),
      questions: [wordsQuestion(pack)],
    })),
    ...pack.quotes.map(({ id, text }) => ({
      id,
      text: say.quote(text),
      spread: say.spread.quote,
      questions: openQuestions(pack),
    })),
  ];
}

function ownEvidence(pack: EvidencePack, say: EvidenceWording): EvidenceLine[] {
  return [
    ...pack.traits.map((own) => ({
      id: own.id,
      text: say.ownTrait({ ...placeFact(pack, own), measured: own.raters > 0 }),
      spread: say.spread.own,
      questions: traitQuestions(pack, own.trait),
    })),
    ...pack.words.map(({ id, word }) => ({
      id,
      text: say.ownWord({ name: pack.subject.name, word }),
      spread: say.spread.own,
      questions: [wordsQuestion(pack)],
    })),
  ];
}
