import type { EntityManager } from '@mikro-orm/postgresql';
import { findPublishedPersona } from '../../access/persona.js';
import type { Persona } from '../../entities/Persona.js';
import { shownVersion, type VisibleVersion } from '../../entities/redaction.js';
import { describeAsked, describeForStrangers } from '../../measurement/describeEvidence.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import { indexQuotes, type QuoteIndex } from '../../measurement/openText/quoteIndex.js';
import { archetypeVoice } from '../../measurement/voices/voices.js';
import type { PublicPersonaType, PublicSentenceType } from '../../schema/persona/PublicPersonaType.js';
import { versionContent } from './versionView.js';

/** A published persona as strangers see it: the version that its owner shows. Null unless published. */
export async function readPublicPersona(em: EntityManager, slug: string): Promise<PublicPersonaType | null> {
  const persona = await findPublishedPersona(em, slug);
  const version = persona && (await shownVersion(em, persona));
  return persona && version && publicPersonaView(persona, version);
}

/**
 * What strangers would see of a persona, whether or not it is published.
 * @returns null if the version has no text, which no READY version lacks
 */
export function publicPersonaView(persona: Persona, version: VisibleVersion): PublicPersonaType | null {
  const { evidence, text } = version;
  if (evidence === null || text === null) return null;
  const { slug, name, locale, publication } = persona;
  const { rarity, picture, template, demo } = versionContent(version);
  const quotes = indexQuotes(evidence.quotes);
  return {
    slug,
    name,
    locale,
    title: mayBeRead(text.title, quotes)
      ? text.title
      : archetypeVoice(evidence.archetype, locale, name).title,
    archetype: evidence.archetype,
    rarity,
    friends: evidence.friends,
    traits: evidence.traits.map(({ trait, score, level, raters }) => ({
      id: trait,
      ...(raters === 0 ? { score: null, level: null } : { score, level }),
    })),
    sentences: sentencesForStrangers(evidence, text.summary, quotes),
    picture,
    searchable: publication === 'SEARCHABLE',
    template,
    demo,
  };
}

/** A sentence that cites every trait would be replaced by one sentence for each. */
const MOST_IN_WORDS = 2;

/**
 * The summary without what friends wrote and without counts of them. A sentence with either is replaced by what it
 * rests on in general words, and left out if it rests on quotes alone. The evidence of each is what friends were
 * asked.
 */
function sentencesForStrangers(
  pack: EvidencePack,
  summary: readonly { text: string; evidence: string[] }[],
  quotes: QuoteIndex,
): PublicSentenceType[] {
  const linesOf = (lines: { id: string; text: string }[]) => {
    const texts = new Map(lines.map(({ id, text }) => [id, text]));
    return (ids: string[]): string[] => [...new Set(ids.flatMap((id) => texts.get(id) ?? []))];
  };
  const [inWords, asked] = [linesOf(describeForStrangers(pack)), linesOf(describeAsked(pack))];
  const quoted = new Set(pack.quotes.map(({ id }) => id));
  return summary.flatMap(({ text, evidence }) => {
    if (mayBeRead(text, quotes)) return [{ text, evidence: asked(evidence) }];
    const measured = evidence.filter((id) => !quoted.has(id));
    const general = inWords(measured).slice(0, MOST_IN_WORDS);
    return general.length === 0
      ? []
      : [{ text: general.join(pack.subject.locale === 'JA' ? '' : ' '), evidence: asked(measured) }];
  });
}

/**
 * Numbers and other amounts of people. "Two of three friends" and "all of them" would tell strangers, who may know one
 * of the friends, what the others answered. A harmless sentence that matches is only replaced by general words.
 */
const counts = [
  /\p{Nd}/u,
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|both|half|thirds?|quarters?|majority|unanimous\w*|everyone|everybody|neither|nobody|no one|none)\b/i,
  /\b(?:one|all|most|many|few|several|some|each|every|any|single|only|another)(?: of)?(?: (?:the|her|his|their|its|my|your|other|\w+['’]s?))* ?(?:friends?|people|persons?|them|you|who)\b/i,
  /(?<!\p{L})(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:명|사람|친구)|(?<!\p{L})(?:둘|셋|넷)(?:이|은|의|다|\P{L}|$)|모두|모든|절반|전부|전원|다들|아무도|대부분|한결같|만장일치|누구나/u,
  /[一二三四五六七八九十]人|全員|みんな|皆|ふたり|半分|誰も|大半|ほとんど|口をそろえ|それぞれ/u,
];

/** Whether a sentence may tell how many friends gave an answer. */
export const tellsCount = (text: string): boolean => counts.some((count) => count.test(text));

/** Whether strangers may read a sentence: it repeats no quote and counts no people. */
export const mayBeRead = (text: string, quotes: QuoteIndex): boolean =>
  !quotes.repeatedIn(text) && !tellsCount(text);
