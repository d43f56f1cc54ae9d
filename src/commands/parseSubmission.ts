import { z } from 'zod';
import { relations } from '../entities/Response.js';
import type { Answer } from '../mirror/answers.js';
import { QUESTIONNAIRE_VERSION } from '../mirror/questionnaire/questionnaire.js';
import { answersInput, checkAnswers } from './checkAnswers.js';
import { parseInput } from './parseInput.js';
import { userText } from './text.js';

const input = z.object({
  slug: z.string(),
  clientKey: userText(128),
  fingerprint: userText(512).nullish(),
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
