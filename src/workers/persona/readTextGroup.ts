import type { Services } from '../../context.js';
import { Response } from '../../entities/Response.js';
import type { Attempt } from '../../queue/runJob.js';
import { modelCall } from '../modelCall.js';

/** Of fewer friends' texts nothing is told: a blend of two is each of them, to the other. */
export const LEAST_TEXTS = 3;

/** What the friends of some releases wrote, one text a friend, and which releases those are. */
export interface TextGroup {
  texts: string[];
  from: number;
  to: number;
}

/**
 * The next texts to be blended: of whole releases, the first ones that together hold at least three that are fit to be
 * read. One that is not is as if it had not been written.
 * @param range `after` which release, and up to which
 * @returns null while there are too few
 * @throws StepFailed while nobody can judge them
 */
export async function readTextGroup(
  { orm, ai }: Services,
  survey: string,
  range: { after: number; until: number },
  { signal }: Attempt,
): Promise<TextGroup | null> {
  const responses = await orm.em
    .fork()
    .find(
      Response,
      { survey, release: { $gt: range.after, $lte: range.until } },
      { fields: ['answers', 'release'], orderBy: { release: 'asc', id: 'asc' } },
    );
  const texts: string[] = [];
  for (const [at, { answers, release }] of responses.entries()) {
    const text = answers.find((answer) => answer.text !== undefined)?.text;
    if (text !== undefined && !(await modelCall(() => ai.moderator.review(text, signal))).flagged)
      texts.push(text);
    const isLastOfRelease = responses[at + 1]?.release !== release;
    if (release !== null && isLastOfRelease && texts.length >= LEAST_TEXTS)
      return { texts, from: range.after + 1, to: release };
  }
  return null;
}
