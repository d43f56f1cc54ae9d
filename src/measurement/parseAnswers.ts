import { cleanText, isBlank, isStorable } from '../cleanText.js';
import type { Answer, RawAnswer } from './answers.js';
import { type Questionnaire, questionnaireOf } from './questionnaire/questionnaire.js';

/** Where and why an answer is refused, for clients to read. The message never repeats the input. */
export interface Problem {
  /** Like `answers.3.scale`. */
  path: string;
  message: string;
}

type ParsedAnswers = { answers: Answer[] } | { problems: Problem[] };

/** Half the scale items. The first ten are the shortest form found to be valid (part-whole r .89–.93). */
const MIN_SCALE_ANSWERS = 10;

/**
 * More than twice the answers of a complete form, so that no request makes the server list ten thousand
 * problems.
 */
const MAX_ANSWERS = 50;

/**
 * Validates answers before they become data. The result is canonical: in the questionnaire's order, words in
 * the list's order, texts trimmed and in NFC, so that equal content is equal data.
 * @throws RangeError for an unknown version
 */
export function parseAnswers(version: string, answers: readonly RawAnswer[]): ParsedAnswers {
  const questionnaire = questionnaireOf(version);
  if (answers.length > MAX_ANSWERS)
    return { problems: [{ path: 'answers', message: `At most ${MAX_ANSWERS} answers are accepted.` }] };

  const problems: Problem[] = [];
  const valid = new Map<string, Answer>();
  const seen = new Set<string>();
  let texts = 0;
  answers.forEach((raw, index) => {
    const path = `answers.${index}`;
    const refuse = (field: string, message: string): void =>
      void problems.push({ path: `${path}.${field}`, message });
    const parsed = parseAnswer(questionnaire, raw, refuse);
    if (parsed === null) return;
    const { questionId } = parsed;
    if (seen.has(questionId)) return refuse('questionId', 'Each question can be answered only once.');
    seen.add(questionId);
    if (parsed.text !== undefined && ++texts > 1)
      return refuse('questionId', 'Answer only one of the open questions.');
    valid.set(questionId, parsed);
  });
  const scales = [...valid.values()].filter(({ scale }) => scale !== undefined).length;
  if (problems.length === 0 && scales < MIN_SCALE_ANSWERS)
    problems.push({ path: 'answers', message: `At least ${MIN_SCALE_ANSWERS} scale answers are needed.` });
  if (problems.length > 0) return { problems };

  const order = [...questionnaire.items.map(({ id }) => id), 'WORDS', ...questionnaire.texts];
  return { answers: order.flatMap((id) => valid.get(id) ?? []) };
}

type Field = 'scale' | 'optionIds' | 'text' | 'cannotTell';
type Refuse = (field: Field | 'questionId', message: string) => void;

/**
 * Validates one answer by the rules of its question's kind.
 * @param refuse called with the first problem
 * @returns null after a refusal
 */
function parseAnswer(questionnaire: Questionnaire, raw: RawAnswer, refuse: Refuse): Answer | null {
  const { questionId } = raw;
  // An explicit `false` means the same as leaving the field out.
  const given: RawAnswer = { ...raw, cannotTell: raw.cannotTell === false ? null : raw.cannotTell };
  const only = (...allowed: Field[]): boolean => {
    const fields: Field[] = ['scale', 'optionIds', 'text', 'cannotTell'];
    const stray = fields.find((field) => !allowed.includes(field) && (given[field] ?? null) !== null);
    if (stray !== undefined) refuse(stray, 'This question does not accept this field.');
    return stray === undefined;
  };
  if (questionnaire.items.some(({ id }) => id === questionId))
    return only('scale', 'cannotTell') ? parseScale(given, refuse) : null;
  if (questionId === 'WORDS')
    return only('optionIds') ? parseWords(questionnaire.words, given, refuse) : null;
  if (questionnaire.texts.some((id) => id === questionId)) {
    if (!only('text')) return null;
    const { text, problem } = parseOpenText(given.text);
    if (problem !== undefined) refuse('text', problem);
    return text === undefined ? null : { questionId, text };
  }
  refuse('questionId', 'There is no such question.');
  return null;
}

function parseScale({ questionId, scale, cannotTell }: RawAnswer, refuse: Refuse): Answer | null {
  if (typeof cannotTell === 'boolean' && (scale ?? null) === null) return { questionId, cannotTell: true };
  if ((cannotTell ?? null) !== null) refuse('cannotTell', 'An answer is either a value or "I can\'t tell".');
  else if (!Number.isInteger(scale) || Number(scale) < 1 || Number(scale) > 5)
    refuse('scale', 'A scale answer is a whole number from 1 to 5.');
  else return { questionId, scale: Number(scale) };
  return null;
}

const MAX_WORDS = 5;

/**
 * Accepts one to five words. Fewer than five are valid although the question offers five: a friend who finds
 * three that fit would otherwise add two that do not. To choose none, the question is left out.
 */
function parseWords(
  words: readonly string[],
  { questionId, optionIds }: RawAnswer,
  refuse: Refuse,
): Answer | null {
  if (!Array.isArray(optionIds) || optionIds.length < 1 || optionIds.length > MAX_WORDS)
    refuse('optionIds', `Choose between 1 and ${MAX_WORDS} words.`);
  else if (new Set(optionIds).size < optionIds.length)
    refuse('optionIds', 'Each word can be chosen only once.');
  else if (optionIds.some((id) => !words.includes(id as string)))
    refuse('optionIds', 'There is no such word.');
  else return { questionId, optionIds: words.filter((id) => optionIds.includes(id)) };
  return null;
}

const MAX_CODE_POINTS = 140;

/**
 * Validates a friend's line: storable, not blank, at most 140 code points, which is how people count. The result is
 * cleaned, so that two keyboards produce the same text.
 */
export function parseOpenText(
  raw: unknown,
): { text: string; problem?: undefined } | { text?: undefined; problem: string } {
  const tooLong = { problem: `A text has at most ${MAX_CODE_POINTS} characters.` };
  if (typeof raw !== 'string') return { problem: 'Text is required.' };
  // 140 characters never exceed this, even as surrogate pairs, decomposed and padded. A megabyte is refused
  // before any work is done on it.
  if (raw.length > MAX_CODE_POINTS * 16) return tooLong;
  if (!isStorable(raw)) return { problem: 'The text contains invalid characters.' };
  const text = cleanText(raw);
  if (isBlank(text)) return { problem: 'A text must not be blank.' };
  return [...text].length > MAX_CODE_POINTS ? tooLong : { text };
}
