import { confidence } from '../scoring/confidence.js';

/**
 * How many more friends make the picture fair or good, if each tells as much as one friend; 0 when it is already.
 * Results follow in releases, so that it may show a little later than that (see dueRelease).
 * @param k effective friends so far, from the measurement
 */
export function friendsUntil(target: 'FAIR' | 'GOOD', k: number): number {
  const enough = (reached: ReturnType<typeof confidence>): boolean =>
    reached === target || reached === 'GOOD';
  let more = 0;
  while (!enough(confidence(k + more))) more++;
  return more;
}
