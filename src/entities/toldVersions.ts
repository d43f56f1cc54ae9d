import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { indexQuotes, type QuoteIndex } from '../mirror/openText/indexQuotes.js';
import { archetypeFace } from '../mirror/voices/archetypeFace.js';
import type { PersonaVersion } from './PersonaVersion.js';
import { toldQuotes, type ToldQuotes } from './toldQuotes.js';

/** A version as its owner may read it: the columns that readers use, not a row that can be changed or flushed. */
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
 * Versions of a persona without the quotes that its owner hid, without the sentences and notes that cite one (they may repeat
 * it), and without its words anywhere else. In the same order. A version that hides nothing is returned as it is, any other as
 * a copy: the stored row does not change.
 */
export async function toldVersions(
  em: EntityManager,
  personaId: string,
  versions: readonly PersonaVersion[],
): Promise<VisibleVersion[]> {
  // Most have no quotes: no question is asked for them.
  if (versions.every(({ evidence }) => (evidence?.quotes ?? []).length === 0)) return [...versions];
  const told = await toldQuotes(em, personaId);
  return versions.map((version) => withoutHidden(version, told));
}

function withoutHidden(version: PersonaVersion, told: ToldQuotes): VisibleVersion {
  const { evidence, reflections, text } = version;
  const hidden = (evidence?.quotes ?? []).filter((quote) => !told.tells(quote.text));
  if (evidence === null || hidden.length === 0) return version;
  const [ids, words] = [new Set(hidden.map(({ id }) => id)), indexQuotes(hidden)];
  const isTold = (one: { text: string; evidence: string[] }): boolean =>
    !one.evidence.some((id) => ids.has(id)) && !words.repeatedIn(one.text);
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
      psychologist: reflections.psychologist.filter(isTold),
      friend: reflections.friend.filter(isTold),
      writer: reflections.writer.filter(isTold),
    },
    text: text && { ...text, ...faceWithout(words, text, evidence), summary: text.summary.filter(isTold) },
  };
}

/** What a persona calls itself and how it speaks: as it was written, or the archetype's own where hidden words stand in it. */
function faceWithout(
  hidden: QuoteIndex,
  { title, greeting, alternates, voice }: PersonaText,
  { archetype, subject }: EvidencePack,
): Pick<PersonaText, 'title' | 'greeting' | 'alternates' | 'voice'> {
  const lines = [title, greeting, ...alternates, voice.register, ...voice.habits, voice.sample];
  return lines.some((line) => hidden.repeatedIn(line))
    ? archetypeFace(archetype, subject.locale, subject.name)
    : { title, greeting, alternates, voice };
}
