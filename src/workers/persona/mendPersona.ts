import { checkPersonaText, placeOf } from '../../ai/checks/checkPersonaText.js';
import type { PersonaText } from '../../ai/prompts/personaText.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import type { AnswerIndex } from '../../measurement/openText/answerIndex.js';
import { templatePersona } from './templatePersona.js';

/** A text that says less than this by itself is no longer the model's. */
const LEAST_KEPT = 0.5;
/** Numbers of entries, by the schema personaTextSchema. */
const FEWEST = { sentences: 3, habits: 1, alternates: 2 };

/**
 * Replaces the places that the checks refused, also in the repair, and keeps the rest of the model's text: a
 * sentence by one about its evidence in fixed words, and the other places by the archetype's. One bad sentence
 * is no reason to lose a good portrait.
 * @param problems of checkPersonaText for this text
 * @returns a text that passes checkPersonaText; null if too little of the model's would be left, or if a
 *   problem concerns the whole text
 */
export function mendPersona(
  text: PersonaText,
  problems: readonly string[],
  pack: EvidencePack,
  answers: AnswerIndex,
): PersonaText | null {
  const places = new Set(problems.map(placeOf));
  if (places.has(null)) return null;
  const spare = templatePersona(pack, answers);
  const summary = mendSummary(text.summary, places, spare.summary);
  if (summary === null) return null;
  const keep = (place: string, own: string, other: string): string => (places.has(place) ? other : own);
  const sound = (place: string, lines: readonly string[]): string[] =>
    lines.filter((_line, at) => !places.has(`${place}[${at}]`));
  const mended: PersonaText = {
    ...text,
    title: keep('title', text.title, spare.title),
    summary,
    greeting: keep('greeting', text.greeting, spare.greeting),
    alternates: filled(sound('alternates', text.alternates), spare.alternates, FEWEST.alternates),
    voice: {
      register: keep('voice.register', text.voice.register, spare.voice.register),
      habits: filled(sound('voice.habits', text.voice.habits), spare.voice.habits, FEWEST.habits),
      sample: keep('voice.sample', text.voice.sample, spare.voice.sample),
    },
  };
  return checkPersonaText(mended, pack, answers).length === 0 ? mended : null;
}

const filled = <T>(own: readonly T[], spare: readonly T[], fewest: number): T[] => [
  ...own,
  ...spare.slice(0, Math.max(0, fewest - own.length)),
];

type Sentence = PersonaText['summary'][number];

/**
 * Puts sentences of the template in the places of refused ones, first those about evidence that no sentence
 * cites yet.
 * @returns null if fewer than half of the sentences are kept
 */
function mendSummary(
  own: readonly Sentence[],
  places: ReadonlySet<string | null>,
  spare: readonly Sentence[],
): Sentence[] | null {
  const kept = own.filter((_sentence, at) => !places.has(`summary[${at}]`));
  if (kept.length < own.length * LEAST_KEPT) return null;
  const cited = new Set(kept.flatMap(({ evidence }) => evidence));
  const isNew = ({ evidence }: Sentence): boolean => !evidence.some((id) => cited.has(id));
  const unused = [...spare.filter(isNew), ...spare.filter((one) => !isNew(one))];
  const mended = own.flatMap((sentence, at) =>
    places.has(`summary[${at}]`) ? (unused.shift() ?? []) : sentence,
  );
  return filled(mended, unused, FEWEST.sentences);
}
