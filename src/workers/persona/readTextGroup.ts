import type { Services } from '../../context.js';
import { Response } from '../../entities/Response.js';
import type { Attempt } from '../../queue/runJob.js';
import { callModel } from '../modelCall.js';

/** Fewest texts for a quote. In a blend of two, either friend would recognize the other's text. */
export const MIN_TEXTS = 3;

/** Friends' texts, one per friend, and the releases they belong to. */
export interface TextGroup {
  texts: string[];
  from: number;
  to: number;
}

/**
 * The next texts to blend: the first complete releases that together have at least three texts that pass
 * moderation. Other texts are ignored.
 * @param range the releases after `after` up to `until`
 * @returns null if there are too few texts
 * @throws StepFailed if the moderator is unavailable
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
    if (text !== undefined && !(await callModel(() => ai.moderator.review(text, signal))).flagged)
      texts.push(text);
    const isLastOfRelease = responses[at + 1]?.release !== release;
    if (release !== null && isLastOfRelease && texts.length >= MIN_TEXTS)
      return { texts, from: range.after + 1, to: release };
  }
  return null;
}
