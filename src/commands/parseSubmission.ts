import { z } from 'zod';
import { relations } from '../entities/Response.js';
import { AppError } from '../errors.js';
import type { Answer } from '../mirror/answers.js';
import { parseAnswers } from '../mirror/parseAnswers.js';
import { QUESTIONNAIRE_VERSION } from '../mirror/questionnaire/questionnaire.js';
import { parseInput } from './parseInput.js';
import { text } from './text.js';

const answer = z.object({
  questionId: z.string(),
  scale: z.number().nullish(),
  optionIds: z.array(z.string()).nullish(),
  text: z.string().nullish(),
  cannotTell: z.boolean().nullish(),
});

const input = z.object({
  slug: z.string(),
  clientKey: text(128),
  fingerprint: text(512).nullish(),
  relation: z.enum(relations).nullish(),
  closeness: z
    .number()
    .int()
    .min(1, { error: 'must be 1 to 4' })
    .max(4, { error: 'must be 1 to 4' })
    .nullish(),
  elapsedMs: z.number().int().min(0, { error: 'must not be negative' }).nullish(),
  answers: z.array(answer).max(50, { error: 'has too many answers' }),
});

/** A response as it may be stored: every field checked, the answers in the questionnaire's order. */
export interface Submission {
  slug: string;
  clientKey: string;
  fingerprint: string | null;
  relation: (typeof relations)[number];
  closeness: number | null;
  elapsedMs: number | null;
  answers: Answer[];
}

/** @throws AppError BAD_USER_INPUT naming the offending field */
export function parseSubmission(raw: unknown): Submission {
  const { fingerprint, relation, closeness, elapsedMs, answers, ...rest } = parseInput(input, raw);
  const parsed = parseAnswers(QUESTIONNAIRE_VERSION, answers);
  if ('problems' in parsed) {
    const [first] = parsed.problems;
    throw new AppError('BAD_USER_INPUT', first?.message ?? 'The answers are invalid.', {
      field: first?.path,
    });
  }
  return {
    ...rest,
    fingerprint: fingerprint ?? null,
    relation: relation ?? 'OTHER',
    closeness: closeness ?? null,
    elapsedMs: elapsedMs ?? null,
    answers: parsed.answers,
  };
}
