import { cutEnd } from '../../ai/prompts/cutToFit.js';
import type { PersonaText } from '../../ai/prompts/personaText.js';
import { evidenceInWords } from '../../mirror/evidenceInWords.js';
import type { Archetype, EvidencePack } from '../../mirror/evidencePack.js';
import type { AnswerIndex } from '../../mirror/openText/indexAnswers.js';
import { archetypeFace } from '../../mirror/voices/archetypeFace.js';

type Sentence = PersonaText['summary'][number];

const MOST_CHARACTERS = 400;
const TRAITS = 3;
const WORDS = 2;
/** The fewest sentences that the schema of a persona takes. */
const FEWEST = 3;

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

/** The texts hold the person's name, which nothing here keeps short. */
const fitted = (text: string): string => cutEnd(text, (candidate) => candidate.length <= MOST_CHARACTERS);

/** Furthest from the middle first; what nobody could tell stands behind everything measured. */
const byDistance = (pack: EvidencePack): EvidencePack['traits'] =>
  [...pack.traits].sort(
    (one, other) =>
      Number(one.raters === 0) - Number(other.raters === 0) ||
      Math.abs(other.score - 50) - Math.abs(one.score - 50),
  );

/** One sentence for each id, in their order. @param sketch whether a trait measured by few says so */
const told = (pack: EvidencePack, ids: readonly string[], sketch: boolean): Sentence[] =>
  ids.flatMap((id) =>
    evidenceInWords(pack, [id], { sketch }).map(({ text }) => ({ text: fitted(text), evidence: [id] })),
  );

/** Lets the last trait say for all of them that few answered; one that would then say what a friend wrote only if there is no other. */
function sketchedOnce(pack: EvidencePack, sentences: Sentence[], answers: AnswerIndex): Sentence[] {
  const sketched = sentences.flatMap(({ evidence }) => told(pack, evidence, true));
  const says = sketched.map(({ text }, at) => text !== sentences[at]?.text);
  const at = sketched.findLastIndex(({ text }, index) => says[index] && !answers.overlaps(text));
  const chosen = at === -1 ? says.lastIndexOf(true) : at;
  return sentences.map((sentence, index) => (index === chosen ? (sketched[index] ?? sentence) : sentence));
}

function summaryOf(pack: EvidencePack, answers: AnswerIndex): Sentence[] {
  const plain = (items: readonly { id: string }[]): Sentence[] =>
    told(
      pack,
      items.map(({ id }) => id),
      false,
    );
  const [traits, words] = [plain(byDistance(pack)), plain(pack.words)];
  const quoting = new Set([...traits, ...words].filter(({ text }) => answers.overlaps(text)));
  const own = (sentences: Sentence[]): Sentence[] => sentences.filter((one) => !quoting.has(one));
  const chosen = [...own(traits).slice(0, TRAITS), ...own(words).slice(0, WORDS)];
  // These sentences are made of scores and counts alone. If so many overlap that none are left, a friend quoted our wording and
  // not we the friend's: telling them shows nobody anything that was not measured.
  const spare = [...own(words).slice(WORDS), ...quoting];
  const sentences = [...chosen, ...spare.slice(0, Math.max(0, FEWEST - chosen.length))];
  return sketchedOnce(pack, sentences, answers);
}

/**
 * What stands where the model's prose did not pass the checks: the archetype's voice, and what was measured in fixed sentences, each
 * citing the one piece of evidence it tells. Whoever stores it labels it as a template. The same evidence gives the same text.
 * @param answers every open text of the survey; sentences that would repeat one give way to the next ones
 * @returns always fits the schema `personaText`, given a pack with at least three traits
 */
export function templatePersona(pack: EvidencePack, answers: AnswerIndex): PersonaText {
  const { name, locale } = pack.subject;
  const face = archetypeFace(pack.archetype, locale, name);
  return {
    ...face,
    summary: summaryOf(pack, answers),
    greeting: fitted(face.greeting),
    alternates: face.alternates.map(fitted),
    imagePrompt: { ...pictures[pack.archetype] },
  };
}
