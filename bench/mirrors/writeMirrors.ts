import { simulateCohorts } from '../eval/people/simulateCohorts.js';
import { randomSource } from '../eval/people/randomSource.js';
import { everydayTexts } from './everydayTexts.js';
import type { Mirror } from './report.js';
import { behaviours, type Behaviour, writerOf } from './writers.js';
import { writeVersions } from './writeVersions.js';

const FEWEST_FRIENDS = 3;
const MOST_FRIENDS = 21;

/**
 * Simulates surveys of 3 to 21 friends in the three languages in turn and writes all versions of each, once
 * with every model behaviour. The same seed gives the same answers to each behaviour.
 */
export async function writeMirrors(
  { surveys, seed }: { surveys: number; seed: number },
  signal: AbortSignal,
): Promise<Mirror[]> {
  const mirrors: Mirror[] = [];
  const random = randomSource(seed);
  for (const [at, cohort] of simulateCohorts({ people: surveys, friends: MOST_FRIENDS, seed }).entries()) {
    const count = FEWEST_FRIENDS + random.below(MOST_FRIENDS - FEWEST_FRIENDS + 1);
    const friends = cohort.friends.slice(0, count).map((friend) => ({
      ...friend,
      answers: friend.answers.map((answer) =>
        answer.text === undefined ? answer : { ...answer, text: random.pick(everydayTexts[cohort.locale]) },
      ),
    }));
    for (const behaviour of Object.keys(behaviours) as Behaviour[]) {
      const versions = await writeVersions({ ...cohort, friends }, writerOf(behaviour, seed + at), signal);
      mirrors.push({ locale: cohort.locale, behaviour, versions });
    }
  }
  return mirrors;
}
