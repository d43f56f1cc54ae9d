import { z } from 'zod';
import { relations } from '../../entities/Response.js';
import { AppError } from '../../errors.js';
import type { Answer } from '../../measurement/answers.js';
import { parseAnswers } from '../../measurement/parseAnswers.js';
import { QUESTIONNAIRE_VERSION } from '../../measurement/questionnaire/questionnaire.js';
import { clientToken, parseInput } from '../input.js';

const answer = z.object({
  questionId: z.string(),
  scale: z.number().nullish(),
  optionIds: z.array(z.string()).nullish(),
  text: z.string().nullish(),
  cannotTell: z.boolean().nullish(),
});

/** Answers as a client sends them, not yet checked against a questionnaire. */
export const answersInput = z.array(answer).max(50, { error: 'has too many answers' });

/**
 * Validates answers against a questionnaire and returns them in its order.
 * @throws AppError BAD_USER_INPUT naming the offending field
 */
export function checkAnswers(questionnaire: string, answers: z.infer<typeof answersInput>): Answer[] {
  const parsed = parseAnswers(questionnaire, answers);
  if ('answers' in parsed) return parsed.answers;
  const [first] = parsed.problems;
  throw new AppError('BAD_USER_INPUT', first?.message ?? 'The answers are invalid.', { field: first?.path });
}

const input = z.object({
  slug: z.string(),
  clientKey: clientToken(128),
  fingerprint: clientToken(512).nullish(),
  relation: z.enum(relations).nullish(),
  closeness: z
    .number()
    .int()
    .min(1, { error: 'must be 1 to 4' })
    .max(4, { error: 'must be 1 to 4' })
    .nullish(),
  elapsedMs: z.number().int().min(0, { error: 'must not be negative' }).nullish(),
  answers: answersInput,
});

/** A validated response, with its answers in the questionnaire's order. */
export interface Submission {
  slug: string;
  clientKey: string;
  fingerprint: string | null;
  relation: (typeof relations)[number];
  closeness: number | null;
  elapsedMs: number | null;
  answers: Answer[];
}

/** @throws AppError BAD_USER_INPUT naming the invalid field */
export function parseSubmission(raw: unknown): Submission {
  const { fingerprint, relation, closeness, elapsedMs, answers, ...rest } = parseInput(input, raw);
  return {
    ...rest,
    fingerprint: fingerprint ?? null,
    relation: relation ?? 'OTHER',
    closeness: closeness ?? null,
    elapsedMs: elapsedMs ?? null,
    answers: checkAnswers(QUESTIONNAIRE_VERSION, answers),
  };
}
