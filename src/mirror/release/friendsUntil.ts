import { confidence } from '../scoring/confidence.js';

/**
 * Returns how many more friends make the confidence FAIR or GOOD, if each has the weight of one friend; 0 if
 * it is already. Results follow in releases, so the change may show a little later (see dueRelease).
 * @param k effective number of friends so far, from the measurement
 */
export function friendsNeededFor(target: 'FAIR' | 'GOOD', k: number): number {
  const enough = (reached: ReturnType<typeof confidence>): boolean =>
    reached === target || reached === 'GOOD';
  let more = 0;
  while (!enough(confidence(k + more))) more++;
  return more;
}
