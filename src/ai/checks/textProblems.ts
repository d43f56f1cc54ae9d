import { addressesModel } from './givesOrders.js';
import { containsLink } from './holdsLink.js';
import { leaksInstructions } from './repeatsInstructions.js';

/**
 * HTML, Markdown, BBCode and templates. Full-width brackets count as well, because some renderers fold them.
 */
const markup =
  /<[a-z/!?]|\]\(|\]\[|!\[|`|\*\*|__|~~|(?<![\w*])\*[^\s*][^*]*\*|^(#{1,6}|[-*+>|]) |&(#x?[\da-f]+|[a-z]+);|\[\/?(url|img|b|i|link)\b|\{\{|\$\{/im;
/**
 * Control characters, and the invisible characters that reverse, hide or smuggle text. U+FE0F is allowed: it
 * makes a sign an emoji.
 */
const unseen = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const evidenceId = /\bEV-[A-Z]/;
/**
 * Base64, hexadecimal, s p a c e d  o u t text: hardly any person can read it, but a model can. No word of
 * this length contains digits or capitals inside.
 */
const encoded =
  /[A-Za-z0-9+/=_-]{32,}|(?=[A-Za-z0-9+/]*([a-z][A-Z]|\d))[A-Za-z0-9+/]{16,}|(?<![A-Za-z])([A-Za-z]\W){7}[A-Za-z](?![A-Za-z])/;
/**
 * Removes the name if the name alone would count as encoded text, since nothing can be hidden in it. Any
 * other name stays, because removing a short one would break up encoded text around it.
 */
const besideName = (text: string, name: string): string =>
  encoded.test(name) ? text.replaceAll(name, ' ') : text;
/** "Friend 2" and "Jisoo wrote: …": friends may be counted but not numbered, and no friend is quoted. */
const oneFriend =
  /\bfriend (no\.? ?|number |#)?\d|\b(wrote|answered) ?:|친구 ?\d(?![\d\s]*(명|사람))|(적었|썼)(어요|습니다|다) ?:|友(だち|達|人) ?\d(?![\d\s]*(人|名))|書(いた|きました) ?[:「]/i;

/**
 * Checks for content that no text of a model may contain, whatever it is about.
 * @param place named in the problems
 * @param name of the person the text is about, which may appear in it however it is spelled
 * @returns one sentence per problem, never quoting the text
 */
export function findTextProblems(place: string, text: string, name = ''): string[] {
  const plain = text.normalize('NFKC');
  const problems: string[] = [];
  if (containsLink(text)) problems.push(`${place} holds a link`);
  if (markup.test(text) || markup.test(plain)) problems.push(`${place} holds markup`);
  if (unseen.test(text)) problems.push(`${place} holds characters that cannot be seen`);
  if (encoded.test(besideName(plain, name.normalize('NFKC')))) problems.push(`${place} holds encoded text`);
  if (evidenceId.test(plain)) problems.push(`${place} shows an evidence id`);
  if (oneFriend.test(plain)) problems.push(`${place} points at a single friend`);
  if (leaksInstructions(text)) problems.push(`${place} repeats the instructions`);
  if (addressesModel(text)) problems.push(`${place} gives orders to a model`);
  return problems;
}
