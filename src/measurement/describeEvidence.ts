import type { Locale } from '../locale.js';
import type { EvidencePack } from './evidence.js';
import { english } from './evidenceWording/english.js';
import type { EvidenceWording, PlaceFact, TraitFact } from './evidenceWording/evidenceWording.js';
import { japanese } from './evidenceWording/japanese.js';
import { korean } from './evidenceWording/korean.js';
import type { Level } from './measurement.js';
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

const placeFact = (pack: EvidencePack, measured: EvidencePack['traits'][number]): PlaceFact => ({
  name: pack.subject.name,
  trait: measured.trait,
  side: measured.score >= 50 ? 'high' : 'low',
  strength: strengths[measured.level],
  beyond: beyond(measured.score),
});

interface EvidenceLine {
  id: string;
  text: string;
}

const only = (lines: EvidenceLine[], ids: readonly string[]): EvidenceLine[] => {
  const requested = new Set(ids);
  return lines.filter(({ id }) => requested.has(id));
};

/**
 * Describes evidence in the subject's language: for a trait what the friends see, how many could judge it and
 * how far they agree; for a word how many picked it; for a quote that several friends wrote it, reworded; in
 * practice mode what the person says. It uses the pack alone, so no friend's own sentence can be in it.
 * @param ids of the pack's evidence; unknown ids are left out
 * @param options.items true to add the questions that measure a trait
 * @returns each piece of evidence once, in the pack's order
 */
export function describeEvidence(
  pack: EvidencePack,
  ids: readonly string[],
  { items = false }: { items?: boolean } = {},
): EvidenceLine[] {
  const say = wordings[pack.subject.locale];
  const lines = pack.basis === 'SELF' ? ownEvidence(pack, say) : friendsEvidence(pack, say);
  if (!items) return only(lines, ids);
  const traits = new Map(pack.traits.map(({ id, trait }) => [id, trait]));
  return only(lines, ids).map(({ id, text }) => {
    const trait = traits.get(id);
    return { id, text: trait === undefined ? text : `${text}${say.items(itemsOf(pack, trait))}` };
  });
}

/** The questions that measure a trait, as the people who answered read them. */
function itemsOf({ subject, basis }: EvidencePack, trait: TraitId): string[] {
  const { items, wording } = questionnaireOf(QUESTIONNAIRE_VERSION);
  const texts = wording[subject.locale][basis === 'SELF' ? 'ownItems' : 'items'];
  return items
    .filter((item) => item.trait === trait)
    .map(({ id }) => texts[id].replace('{name}', () => subject.name));
}

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
): EvidenceLine[] {
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
export function describeForStrangers(pack: EvidencePack): EvidenceLine[] {
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

const traitFact = (pack: EvidencePack, measured: EvidencePack['traits'][number]): TraitFact => ({
  ...placeFact(pack, measured),
  friends: pack.friends,
  raters: measured.raters,
  agreement: measured.agreement,
  sketch: pack.confidence === 'SKETCH',
});

function friendsEvidence(pack: EvidencePack, say: EvidenceWording): EvidenceLine[] {
  const { friends, subject } = pack;
  return [
    ...pack.traits.map((measured) => ({ id: measured.id, text: say.trait(traitFact(pack, measured)) })),
    ...pack.words.map(({ id, word, share, count = Math.round(share * friends) }) => ({
      id,
      text: say.word({ name: subject.name, word, friends, count }),
    })),
    ...pack.quotes.map(({ id, text }) => ({ id, text: say.quote(text) })),
  ];
}

function ownEvidence(pack: EvidencePack, say: EvidenceWording): EvidenceLine[] {
  return [
    ...pack.traits.map((own) => ({
      id: own.id,
      text: say.ownTrait({ ...placeFact(pack, own), measured: own.raters > 0 }),
    })),
    ...pack.words.map(({ id, word }) => ({ id, text: say.ownWord({ name: pack.subject.name, word }) })),
  ];
}
