import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { locales } from '../../../src/locale.js';
import { parseAnswers } from '../../../src/measurement/parseAnswers.js';
import { QUESTIONNAIRE_VERSION } from '../../../src/measurement/questionnaire/questionnaire.js';
import { type Cohort, LEAST_FRIENDS } from '../cohort.js';

const answer = z.object({
  questionId: z.string(),
  scale: z.number().nullish(),
  optionIds: z.array(z.string()).nullish(),
  text: z.string().nullish(),
  cannotTell: z.boolean().nullish(),
});

/** Answers, validated like the API's input, so that nothing else can enter the scores. */
const answers = z.array(answer).transform((given, context) => {
  const parsed = parseAnswers(QUESTIONNAIRE_VERSION, given);
  if ('answers' in parsed) return parsed.answers;
  for (const { path, message } of parsed.problems) context.addIssue(`${path}: ${message}`);
  return z.NEVER;
});

const cohorts = z
  .array(
    z.object({
      locale: z.enum(locales),
      name: z.string().trim().min(1).max(40),
      friends: z
        .array(
          z.object({
            relation: z.string().default('OTHER'),
            closeness: z.int().min(1).max(4).nullable().default(null),
            elapsedMs: z.number().nonnegative().nullable().default(null),
            answers,
          }),
        )
        .max(200),
    }),
  )
  .min(1)
  .max(500);

/**
 * Reads real cohorts from a JSON file: `[{ locale, name, friends: [{ relation, closeness, elapsedMs, answers
 * }] }]`.
 * @returns the cohorts with enough friends to hold one out
 * @throws Error that describes the file's problems without quoting what friends wrote
 */
export async function readCohorts(file: string): Promise<Cohort[]> {
  const parsed = cohorts.safeParse(jsonOf(file, await readFile(file, 'utf8')));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`${file} holds no cohorts:\n${problems.slice(0, 20).join('\n')}`);
  }
  const enough = parsed.data.filter(({ friends }) => friends.length >= LEAST_FRIENDS);
  if (enough.length === 0) throw new Error(`${file}: no person has ${LEAST_FRIENDS} friends' answers.`);
  return enough;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the file.
    throw new Error(`${file} is no JSON.`);
  }
}
