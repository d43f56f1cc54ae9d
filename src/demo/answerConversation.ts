import type { Behaviour } from './behaviour.js';
import { composeReply } from './composeReply.js';
import type { Conversation } from './readConversation.js';
import { replyBooks } from './replyBooks.js';

/** The end of a text from its `count`-last word on, with all blanks as they are. */
const lastWords = (text: string, count: number): string =>
  count < 1 ? '' : (text.match(/^\s+|\S+\s*/gu) ?? []).slice(-count).join('');

/** What follows `partial` in the whole reply; a prompt that was short of room shows its end alone, behind an ellipsis. */
function restOf(whole: string, partial: string): string | null {
  if (whole.startsWith(partial)) return whole.slice(partial.length);
  const end = partial.startsWith('…') ? partial.slice(1) : '';
  const at = end.trim() === '' ? -1 : whole.lastIndexOf(end);
  return at === -1 ? null : whole.slice(at + end.length);
}

/**
 * The mirror's reply, or what is missing of one that was cut off: nothing, if nothing is. A reply that somebody else began gets a last sentence.
 * @param deed `repeat` and `start-over` spoil a continuation; the rest is not for here
 */
export function answerConversation(conversation: Conversation, deed: Behaviour | null): string {
  const { partial, evidence } = conversation;
  const { text: whole } = composeReply(conversation);
  if (partial === null || deed?.do === 'start-over') return whole;
  const { lastWord, glue } = replyBooks[evidence.basis][evidence.subject.locale];
  const gap = /\s$/.test(partial) ? '' : glue;
  const rest = restOf(whole, partial) ?? `${gap}${lastWord}`;
  return deed?.do === 'repeat' ? lastWords(partial, deed.words) + rest : rest;
}
