import type { Behaviour } from '../server/behaviour.js';
import { composeReply } from './composeReply.js';
import { replyBooks } from './phraseBooks.js';
import type { Conversation } from './readConversation.js';

/** The last `count` words of a text, with their whitespace unchanged. */
const lastWords = (text: string, count: number): string =>
  count < 1 ? '' : (text.match(/^\s+|\S+\s*/gu) ?? []).slice(-count).join('');

/**
 * What follows `partial` in the whole reply. When the prompt had too little room, `partial` holds only the
 * end of the text so far, after an ellipsis.
 */
function restOf(whole: string, partial: string): string | null {
  if (whole.startsWith(partial)) return whole.slice(partial.length);
  const end = partial.startsWith('…') ? partial.slice(1) : '';
  const at = end.trim() === '' ? -1 : whole.lastIndexOf(end);
  return at === -1 ? null : whole.slice(at + end.length);
}

/**
 * The mirror's reply, or the rest of a reply that was cut off (empty if nothing is missing). A partial reply
 * by another model gets a closing sentence.
 * @param scripted `repeat` and `start-over` change a continuation; other behaviours are handled elsewhere
 */
export function answerConversation(conversation: Conversation, scripted: Behaviour | null): string {
  const { partial, evidence } = conversation;
  const { text: whole } = composeReply(conversation);
  if (partial === null || scripted?.do === 'start-over') return whole;
  const { lastWord, glue } = replyBooks[evidence.basis][evidence.subject.locale];
  const gap = /\s$/.test(partial) ? '' : glue;
  const rest = restOf(whole, partial) ?? `${gap}${lastWord}`;
  return scripted?.do === 'repeat' ? lastWords(partial, scripted.words) + rest : rest;
}
