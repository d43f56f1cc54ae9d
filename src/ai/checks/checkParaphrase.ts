import type { AnswerIndex } from '../../measurement/openText/textIndex.js';
import { findTextProblems } from './textProblems.js';

/** In UTF-16 units. */
const MOST_TEXT = 200;

/**
 * A text that says "I" speaks for one friend, not three. Korean and Japanese forms are listed only if they
 * are not part of other words.
 */
const firstPerson =
  /\b(I|I['’]m|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|[Oo]urs?|us)\b|(^|\s)(나는|난|내가|나를|나한테|나에게|저는|전|제가|저를|저한테|저에게|우리는|우리가|우리를)(?=\s|[.,!?]|$)|(私|僕|俺|うち|わたし|ぼく|オレ)(たち|達|ら)?(は|が|の|を|に|と|も)/;
/** Years, house numbers and prices can point to an event or a person. */
const longNumber = /\d{3,}/;

/**
 * Checks whether a blend of friends' texts may be stored and shown. The caller checks that its pieces come
 * from three friends.
 * @param answers every open text of the survey
 * @returns one sentence per problem, never quoting the text; empty if the text may be kept
 */
export function checkParaphrase(text: string, answers: AnswerIndex): string[] {
  const place = 'paraphrase';
  const problems = findTextProblems(place, text);
  if (text.trim() === '') problems.push(`${place} is empty`);
  if (text.length > MOST_TEXT) problems.push(`${place} is longer than ${MOST_TEXT} characters`);
  if (answers.overlaps(text)) problems.push(`${place} repeats what a friend wrote`);
  if (firstPerson.test(text)) problems.push(`${place} speaks as one of the writers`);
  if (longNumber.test(text.normalize('NFKC')))
    problems.push(`${place} holds a number that could point to someone`);
  return problems;
}
