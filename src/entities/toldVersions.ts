import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { indexQuotes, type QuoteIndex } from '../mirror/openText/indexQuotes.js';
import { archetypeFace } from '../mirror/voices/archetypeFace.js';
import type { PersonaVersion } from './PersonaVersion.js';
import { toldQuotes, type ToldQuotes } from './toldQuotes.js';

/**
 * Versions of a persona as they may be told: without the quotes that its owner hid, without the sentences and notes that cite one,
 * as they may say the same again, and without its words anywhere else. Copies where something is hidden, in the same order: what
 * is stored stays.
 */
export async function toldVersions(
  em: EntityManager,
  personaId: string,
  versions: readonly PersonaVersion[],
): Promise<PersonaVersion[]> {
  // Most have no quotes: no question is asked for them.
  if (versions.every(({ evidence }) => (evidence?.quotes ?? []).length === 0)) return [...versions];
  const told = await toldQuotes(em, personaId);
  return versions.map((version) => withoutHidden(version, told));
}

function withoutHidden(version: PersonaVersion, told: ToldQuotes): PersonaVersion {
  const { evidence, reflections, text } = version;
  const hidden = (evidence?.quotes ?? []).filter((quote) => !told.tells(quote.text));
  if (evidence === null || hidden.length === 0) return version;
  const [ids, words] = [new Set(hidden.map(({ id }) => id)), indexQuotes(hidden)];
  const isTold = (one: { text: string; evidence: string[] }): boolean =>
    !one.evidence.some((id) => ids.has(id)) && !words.repeatedIn(one.text);
  return {
    ...version,
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
