import type { PersonaText } from '../../ai/prompts/personaText.js';
import { cutEnd } from '../../ai/prompts/tokenBudget.js';
import type { Archetype } from '../../measurement/archetypes.js';
import { describePortrait } from '../../measurement/describeEvidence.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import type { AnswerIndex } from '../../measurement/openText/answerIndex.js';
import { archetypePersonaParts } from '../../measurement/voices/voices.js';

type Sentence = PersonaText['summary'][number];

const MOST_CHARACTERS = 400;
const TRAITS = 3;
const WORDS = 2;
/** Minimum number of sentences in a summary, by the schema personaTextSchema. */
const MIN_SENTENCES = 3;

const pictures: Record<Archetype, PersonaText['imagePrompt']> = {
  PROTECTOR: { setting: 'harbour', mood: 'steadfast', palette: 'sea' },
  SAGE: { setting: 'library', mood: 'calm', palette: 'moss' },
  REBEL: { setting: 'rooftop', mood: 'bold', palette: 'ember' },
  ARTIST: { setting: 'workshop', mood: 'restless', palette: 'orchid' },
  CAREGIVER: { setting: 'garden', mood: 'tender', palette: 'honey' },
  MYSTIC: { setting: 'forest', mood: 'dreamy', palette: 'dusk' },
  LEADER: { setting: 'mountain', mood: 'bright', palette: 'dawn' },
  TRICKSTER: { setting: 'market', mood: 'playful', palette: 'frost' },
};

/** Shortens a text, because it contains the person's name, whose length is not limited here. */
const fitted = (text: string): string => cutEnd(text, (candidate) => candidate.length <= MOST_CHARACTERS);

/** Most extreme scores first; traits without raters last. */
const byDistance = (pack: EvidencePack): EvidencePack['traits'] =>
  [...pack.traits].sort(
    (one, other) =>
      Number(one.raters === 0) - Number(other.raters === 0) ||
      Math.abs(other.score - 50) - Math.abs(one.score - 50),
  );

/**
 * One sentence per id, in the same order.
 * @param sketch whether the sentence says that few friends rated the trait
 */
const sentencesFor = (pack: EvidencePack, ids: readonly string[], sketch: boolean): Sentence[] =>
  ids.flatMap((id) =>
    describePortrait(pack, [id], { sketch }).map(({ text }) => ({ text: fitted(text), evidence: [id] })),
  );

/**
 * Makes only the last trait's sentence say that few friends answered. Prefers a sentence that does not
 * thereby repeat a friend's text.
 */
function sketchedOnce(
  pack: EvidencePack,
  sentences: Sentence[],
  answers: Pick<AnswerIndex, 'overlaps'>,
): Sentence[] {
  const sketched = sentences.flatMap(({ evidence }) => sentencesFor(pack, evidence, true));
  const isSketched = sketched.map(({ text }, at) => text !== sentences[at]?.text);
  const at = sketched.findLastIndex(({ text }, index) => isSketched[index] && !answers.overlaps(text));
  const chosen = at === -1 ? isSketched.lastIndexOf(true) : at;
  return sentences.map((sentence, index) => (index === chosen ? (sketched[index] ?? sentence) : sentence));
}

function summaryOf(pack: EvidencePack, answers: Pick<AnswerIndex, 'overlaps'>): Sentence[] {
  const plain = (items: readonly { id: string }[]): Sentence[] =>
    sentencesFor(
      pack,
      items.map(({ id }) => id),
      false,
    );
  const [traits, words] = [plain(byDistance(pack)), plain(pack.words)];
  const quoting = new Set([...traits, ...words].filter(({ text }) => answers.overlaps(text)));
  const own = (sentences: Sentence[]): Sentence[] => sentences.filter((one) => !quoting.has(one));
  const chosen = [...own(traits).slice(0, TRAITS), ...own(words).slice(0, WORDS)];
  // These sentences are made from scores and counts only. If so many overlap with friends' texts that too few
  // are left, a friend quoted this wording, and showing them reveals nothing that was not measured.
  const spare = [...own(words).slice(WORDS), ...quoting];
  const sentences = [...chosen, ...spare.slice(0, Math.max(0, MIN_SENTENCES - chosen.length))];
  return sketchedOnce(pack, sentences, answers);
}

/**
 * Replaces a model text that did not pass the checks: the archetype's voice, and the measurement in fixed
 * sentences that each cite one item of evidence, whose figures they leave to it. Deterministic. The caller labels it as a template.
 * @param answers every open text of the survey; sentences that would repeat one are replaced by the next ones
 * @returns always valid for the schema personaTextSchema, given a pack with at least three traits
 */
export function templatePersona(pack: EvidencePack, answers: Pick<AnswerIndex, 'overlaps'>): PersonaText {
  const { name, locale } = pack.subject;
  const face = archetypePersonaParts(pack.archetype, locale, name);
  return {
    ...face,
    summary: summaryOf(pack, answers),
    greeting: fitted(face.greeting),
    alternates: face.alternates.map(fitted),
    imagePrompt: { ...pictures[pack.archetype] },
  };
}
