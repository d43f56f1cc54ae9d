import type { TraitId } from '../../mirror/evidencePack.js';

/** What a message to the mirror may be about, as far as the stand-in can tell. */
export const topics = [
  'feeling',
  'why',
  'words',
  'strengths',
  'worries',
  'advice',
  'who',
  'others',
  'thanks',
  'greeting',
  'general',
] as const;

export type Topic = (typeof topics)[number];

/** Several ways to say one thing: with at least two of them a reply never has to begin or end as the one before. */
export type Ways = readonly [string, string, ...string[]];

/** How a trait stands: below, within or above what is typical. */
export type Stand = 'low' | 'typical' | 'high';

/**
 * What the stand-in's mirror can say in one language, each entry one sentence. `{name}`, `{friends}`, `{words}` and `{archetype}` are filled in.
 * Traits hold no placeholder: by them a sentence is found again in a reply.
 */
export interface ReplyBook {
  /** A message is about the first topic, in the order of `topics`, whose words it holds. */
  about: Record<Exclude<Topic, 'general'>, RegExp>;
  /** Of a person's own account `others` says that nobody else has answered. */
  opening: Record<Topic, Ways>;
  traits: Record<TraitId, Record<Stand, Ways>>;
  split: Record<TraitId, string>;
  words: { none: Ways; one: Ways; several: Ways };
  /** For a trait far out at either end. */
  clearly: Ways;
  /** For a measurement by few. */
  sketch: Ways;
  archetype: Ways;
  closing: Ways;
  /** Where the general closing would not fit. */
  ownClosing: Partial<Record<Topic, Ways>>;
  /** Says that a reply that somebody else began is over. */
  lastWord: string;
  /** Between two sentences. */
  glue: '' | ' ';
  /** Marks a sentence in which people tell of themselves. */
  ofOneself: RegExp;
  /** `{topics}`: what a talk was about. */
  talkedAbout: string;
}
