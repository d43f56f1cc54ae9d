import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../measurement/evidence.js';
import { indexQuotes, type QuoteIndex } from '../measurement/openText/quoteIndex.js';
import { archetypePersonaParts } from '../measurement/voices/voices.js';
import { asksOpenQuestions, type Consent } from './age.js';
import type { Persona } from './Persona.js';
import { PersonaVersion, type VersionQuote } from './PersonaVersion.js';

/** Which quotes the owner of a persona may read. */
interface VisibleQuotes {
  /** False if the owner is a minor: friends are asked no open questions, and earlier texts are not used. */
  areAllowed: boolean;
  isVisible(text: string): boolean;
}

/** How a persona remembers a quote that its owner hid. The text itself remains in the versions only. */
export const hashOfQuote = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads the current state. A quote that is hidden stays hidden. */
export const visibleQuotes = async (em: EntityManager, personaId: string): Promise<VisibleQuotes> =>
  (await visibleQuotesOf(em, [personaId])).get(personaId) ?? noQuotes;

/** Of a persona that no longer exists. */
const noQuotes: VisibleQuotes = { areAllowed: false, isVisible: () => false };

/** The visible quotes of several personas, by persona id, with one query. */
async function visibleQuotesOf(
  em: EntityManager,
  personaIds: readonly string[],
): Promise<Map<string, VisibleQuotes>> {
  const personas = await em.execute<
    { id: string; hidden: string[]; versions: VersionQuote[][]; consent: Consent | null }[]
  >(
    `select persona.id, to_jsonb(hidden_quotes) as hidden, consent, case when hidden_quotes = '{}' then '[]' else
       (select coalesce(jsonb_agg(quotes), '[]') from persona_version
        where persona_id = persona.id and jsonb_typeof(quotes) = 'array') end as versions
     from persona join account on account.id = owner_id where persona.id in (?)`,
    [personaIds],
  );
  return new Map(
    personas.map(({ id, hidden, versions, consent }) => {
      const hashes = new Set(hidden);
      const siblings = siblingsOfHidden(versions, (text) => hashes.has(hashOfQuote(text)));
      const areAllowed = asksOpenQuestions(consent);
      const isVisible = (text: string): boolean =>
        areAllowed && !hashes.has(hashOfQuote(text)) && !siblings.has(text);
      return [id, { areAllowed, isVisible }];
    }),
  );
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
    | 'leniencyBias'
    | 'evidence'
    | 'reflections'
    | 'text'
    | 'provenance'
    | 'illustration'
    | 'failure'
    | 'waiting'
    | 'madeOn'
  >
>;

/**
 * Versions, also of several personas, without the quotes their owners hid, in the same order. Also removes the sentences and
 * notes that cite or repeat one, and replaces a title, greeting or voice that does. The stored rows do not
 * change: a version with something to remove is returned as a copy.
 */
export async function visibleVersions(
  em: EntityManager,
  versions: readonly PersonaVersion[],
): Promise<VisibleVersion[]> {
  const quoting = versions.filter(({ evidence }) => (evidence?.quotes ?? []).length > 0);
  // Most versions have no quotes and need no query.
  if (quoting.length === 0) return [...versions];
  const quotes = await visibleQuotesOf(em, [...new Set(quoting.map(({ persona }) => persona.id))]);
  return versions.map((version) => withoutHidden(version, quotes.get(version.persona.id) ?? noQuotes));
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
    leniencyBias: version.leniencyBias,
    provenance: version.provenance,
    illustration: version.illustration,
    failure: version.failure,
    waiting: version.waiting,
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

/** The shown version of a persona without hidden quotes, freshly read. Null until one is written. */
export const shownVersion = async (em: EntityManager, persona: Persona): Promise<VisibleVersion | null> =>
  (await shownVersions(em, [persona])).get(persona.id) ?? null;

/** The shown versions of several personas, by persona id, with at most two queries. */
export async function shownVersions(
  em: EntityManager,
  personas: readonly Persona[],
): Promise<Map<string, VisibleVersion>> {
  const shown = personas.flatMap(({ id, shown }) => (shown === null ? [] : [{ persona: id, number: shown }]));
  if (shown.length === 0) return new Map();
  const versions = await em.find(PersonaVersion, { $or: shown }, { refresh: true });
  const visible = await visibleVersions(em, versions);
  return new Map(
    versions.flatMap(({ persona }, index) => (visible[index] ? [[persona.id, visible[index]]] : [])),
  );
}
