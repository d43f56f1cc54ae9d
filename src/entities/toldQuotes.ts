import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asksOpenQuestions } from './asksOpenQuestions.js';
import type { Consent } from './consent.js';
import type { VersionQuote } from './versionQuote.js';

/** Which blends of friends' texts the owner of a persona may read. */
export interface ToldQuotes {
  /** False for whoever is not of age: friends are asked no open question, and nothing is made of what they wrote before. */
  any: boolean;
  tells(text: string): boolean;
}

/** The form in which a persona remembers a blend that its owner hid: what it was rests with the versions alone. */
export const hashOfQuote = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As it stands now: what is hidden at this moment is hidden in every later look. */
export async function toldQuotes(em: EntityManager, personaId: string): Promise<ToldQuotes> {
  const [persona] = await em.execute<
    { hidden: string[]; versions: VersionQuote[][]; consent: Consent | null }[]
  >(
    `select to_jsonb(hidden_quotes) as hidden, consent, case when hidden_quotes = '{}' then '[]' else
       (select coalesce(jsonb_agg(quotes), '[]') from persona_version
        where persona_id = persona.id and jsonb_typeof(quotes) = 'array') end as versions
     from persona join account on account.id = owner_id where persona.id = ?`,
    [personaId],
  );
  const hashes = new Set(persona?.hidden ?? []);
  const retold = retoldOf(persona?.versions ?? [], (text) => hashes.has(hashOfQuote(text)));
  const any = persona !== undefined && asksOpenQuestions(persona.consent);
  return { any, tells: (text) => any && !hashes.has(hashOfQuote(text)) && !retold.has(text) };
}

/**
 * What other versions made of the texts that a hidden blend was made of: two versions that are made at once may each blend the
 * same texts, in words of their own. What one version has beside the hidden blend is another blend, and stays.
 */
function retoldOf(
  versions: VersionQuote[][],
  isHidden: (text: string) => boolean,
): ReadonlySet<string | null> {
  const retold = versions.flatMap((quotes) =>
    quotes
      .filter(({ text }) => text !== null && isHidden(text))
      .flatMap(({ from, to }) => versions.flat().filter((one) => one.from === from && one.to === to))
      .filter((one) => !quotes.some(({ text }) => text === one.text)),
  );
  return new Set(retold.map(({ text }) => text));
}
