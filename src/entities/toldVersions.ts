import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaVersion } from './PersonaVersion.js';
import { toldQuotes, type ToldQuotes } from './toldQuotes.js';

/**
 * Versions of a persona as they may be told: without the quotes that its owner hid, and without the sentences that cite one,
 * as they may say the same again. Copies, in the same order: what is stored stays, and none of them is to be written.
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
  const { evidence, text } = version;
  const hidden = new Set(evidence?.quotes.filter((quote) => !told.tells(quote.text)).map(({ id }) => id));
  if (evidence === null || hidden.size === 0) return version;
  const isTold = (id: string): boolean => !hidden.has(id);
  return {
    ...version,
    evidence: { ...evidence, quotes: evidence.quotes.filter(({ id }) => isTold(id)) },
    text: text && { ...text, summary: text.summary.filter((sentence) => sentence.evidence.every(isTold)) },
  };
}
