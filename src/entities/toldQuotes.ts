import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asksOpenQuestions } from './asksOpenQuestions.js';
import type { Consent } from './consent.js';

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
  const [persona] = await em.execute<{ hidden: string[]; consent: Consent | null }[]>(
    `select to_jsonb(hidden_quotes) as hidden, consent from persona join account on account.id = owner_id
     where persona.id = ?`,
    [personaId],
  );
  const hidden = new Set(persona?.hidden ?? []);
  const any = persona !== undefined && asksOpenQuestions(persona.consent);
  return { any, tells: (text) => any && !hidden.has(hashOfQuote(text)) };
}
