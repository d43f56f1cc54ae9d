import type { Locale } from '../../locale.js';
import type { AnswerIndex } from '../../measurement/openText/answerIndex.js';
import { fillName, leaveOutName } from '../prompts/paraphrase.js';
import { findLanguageProblems } from './findLanguageProblems.js';
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
 * Letters that a text in the language does not need: those of other scripts, phonetic and styled ones. Besides
 * its own script, Korean and Japanese use short Latin abbreviations.
 */
const foreignLetters: Record<Locale, RegExp> = {
  EN: /(?![A-Za-zÀ-ž])\p{L}|[A-Za-z]\d|\d[A-Za-z]/u,
  KO: /(?![가-힣A-Z])\p{L}|[A-Z]{6}/u,
  JA: /(?![ぁ-ゖァ-ヺー々〆ヶ㐀-䶿一-鿿A-Z])\p{L}|[A-Z]{6}/u,
};
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/**
 * Checks whether a blend of friends' texts may be stored and shown. The caller checks that its pieces come
 * from three friends.
 * @param blend as the model wrote it, with {name} for the person
 * @param subject the person
 * @param answers every open text of the survey
 * @returns one sentence per problem, never quoting the text; empty if the text may be kept
 */
export function checkParaphrase(
  blend: string,
  { name, locale }: { name: string; locale: Locale },
  answers: Pick<AnswerIndex, 'isCopiedInto'>,
): string[] {
  const place = 'paraphrase';
  const shown = fillName(blend, name);
  const text = leaveOutName(blend);
  const problems = findTextProblems(place, shown, name);
  if (text === '') problems.push(`${place} is empty`);
  if (shown.length > MOST_TEXT) problems.push(`${place} is longer than ${MOST_TEXT} characters`);
  if (answers.isCopiedInto(text)) problems.push(`${place} repeats what a friend wrote`);
  if (firstPerson.test(text)) problems.push(`${place} speaks as one of the writers`);
  if (longNumber.test(text.normalize('NFKC')))
    problems.push(`${place} holds a number that could point to someone`);
  if (foreignLetters[locale].test(text.normalize('NFC')))
    problems.push(`${place} holds letters that its language does not use`);
  if (emoji.test(text)) problems.push(`${place} holds an emoji`);
  const named = problems.some((problem) => problem.includes('holds braces'));
  if (!named && /[{}]/.test(text)) problems.push(`${place} holds braces`);
  if (problems.length === 0) problems.push(...findLanguageProblems([[place, shown]], { name, locale }));
  return problems;
}
