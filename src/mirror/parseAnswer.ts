import type { Answer, RawAnswer } from './answers.js';
import { parseOpenText } from './parseOpenText.js';
import type { Questionnaire } from './questionnaire/questionnaire.js';

type Field = 'scale' | 'optionIds' | 'text' | 'cannotTell';
type Refuse = (field: Field | 'questionId', message: string) => void;

const MAX_WORDS = 5;

/**
 * Validates one answer by the rules of its question's kind.
 * @param refuse called with the first problem
 * @returns null after a refusal
 */
export function parseAnswer(questionnaire: Questionnaire, raw: RawAnswer, refuse: Refuse): Answer | null {
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
