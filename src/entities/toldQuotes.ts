import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asksOpenQuestions } from './asksOpenQuestions.js';
import type { Consent } from './consent.js';
import type { VersionQuote } from './versionQuote.js';

/** Which quotes the owner of a persona may read. */
export interface VisibleQuotes {
  /** False if the owner is a minor: friends are asked no open questions, and earlier texts are not used. */
  areAllowed: boolean;
  isVisible(text: string): boolean;
}

/** How a persona remembers a quote that its owner hid. The text itself remains in the versions only. */
export const hashOfQuote = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads the current state. A quote that is hidden stays hidden. */
export async function visibleQuotes(em: EntityManager, personaId: string): Promise<VisibleQuotes> {
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
  const siblings = siblingsOfHidden(persona?.versions ?? [], (text) => hashes.has(hashOfQuote(text)));
  const any = persona !== undefined && asksOpenQuestions(persona.consent);
  return {
    areAllowed: any,
    isVisible: (text) => any && !hashes.has(hashOfQuote(text)) && !siblings.has(text),
  };
}

/**
 * Quotes that other versions made from the same texts as a hidden quote, because two versions that are made
 * at once may each blend the same texts. A version's other quotes from those texts are different quotes and
 * stay visible.
 */
function siblingsOfHidden(
  versions: VersionQuote[][],
  isHidden: (text: string) => boolean,
): ReadonlySet<string | null> {
  const siblings = versions.flatMap((quotes) =>
    quotes
      .filter(({ text }) => text !== null && isHidden(text))
      .flatMap(({ from, to }) => versions.flat().filter((one) => one.from === from && one.to === to))
      .filter((one) => !quotes.some(({ text }) => text === one.text)),
  );
  return new Set(siblings.map(({ text }) => text));
}
