import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { indexQuotes, type QuoteIndex } from '../mirror/openText/indexQuotes.js';
import { archetypePersonaParts } from '../mirror/voices/archetypeFace.js';
import type { PersonaVersion } from './PersonaVersion.js';
import { visibleQuotes, type VisibleQuotes } from './toldQuotes.js';

/** A version as its owner may read it: the columns that readers need, not a managed row. */
export type VisibleVersion = Readonly<
  Pick<
    PersonaVersion,
    | 'id'
    | 'number'
    | 'status'
    | 'measurement'
    | 'circles'
    | 'self'
    | 'kindness'
    | 'evidence'
    | 'reflections'
    | 'text'
    | 'provenance'
    | 'illustration'
    | 'failure'
    | 'madeOn'
  >
>;

/**
 * Versions of a persona without the quotes its owner hid, in the same order. Also removes the sentences and
 * notes that cite or repeat one, and replaces a title, greeting or voice that does. The stored rows do not
 * change: a version with something to remove is returned as a copy.
 */
export async function visibleVersions(
  em: EntityManager,
  personaId: string,
  versions: readonly PersonaVersion[],
): Promise<VisibleVersion[]> {
  // Most versions have no quotes and need no query.
  if (versions.every(({ evidence }) => (evidence?.quotes ?? []).length === 0)) return [...versions];
  const quotes = await visibleQuotes(em, personaId);
  return versions.map((version) => withoutHidden(version, quotes));
}

function withoutHidden(version: PersonaVersion, quotes: VisibleQuotes): VisibleVersion {
  const { evidence, reflections, text } = version;
  const hidden = (evidence?.quotes ?? []).filter((quote) => !quotes.isVisible(quote.text));
  if (evidence === null || hidden.length === 0) return version;
  const [ids, words] = [new Set(hidden.map(({ id }) => id)), indexQuotes(hidden)];
  const isVisible = (sentence: { text: string; evidence: string[] }): boolean =>
    !sentence.evidence.some((id) => ids.has(id)) && !words.repeatedIn(sentence.text);
  return {
    id: version.id,
    number: version.number,
    status: version.status,
    measurement: version.measurement,
    circles: version.circles,
    self: version.self,
    kindness: version.kindness,
    provenance: version.provenance,
    illustration: version.illustration,
    failure: version.failure,
    madeOn: version.madeOn,
    evidence: { ...evidence, quotes: evidence.quotes.filter(({ id }) => !ids.has(id)) },
    reflections: reflections && {
      psychologist: reflections.psychologist.filter(isVisible),
      friend: reflections.friend.filter(isVisible),
      writer: reflections.writer.filter(isVisible),
    },
    text: text && { ...text, ...faceWithout(words, text, evidence), summary: text.summary.filter(isVisible) },
  };
}

/** The title, greetings and voice: as written, or the archetype's own if they repeat a hidden quote. */
function faceWithout(
  hidden: QuoteIndex,
  { title, greeting, alternates, voice }: PersonaText,
  { archetype, subject }: EvidencePack,
): Pick<PersonaText, 'title' | 'greeting' | 'alternates' | 'voice'> {
  const lines = [title, greeting, ...alternates, voice.register, ...voice.habits, voice.sample];
  return lines.some((line) => hidden.repeatedIn(line))
    ? archetypePersonaParts(archetype, subject.locale, subject.name)
    : { title, greeting, alternates, voice };
}
