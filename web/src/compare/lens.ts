/**
 * How far apart two circles of radius 1 lie when they share a part of their areas.
 * @param share 0 (they touch) to 1 (they are one)
 * @returns distance of the centres, 2 to 0
 */
export function distanceFor(share: number): number {
  let [near, far] = [0, 2];
  // The shared part shrinks steadily with the distance: 30 halvings are closer than any screen.
  for (let step = 0; step < 30; step += 1) {
    const middle = (near + far) / 2;
    if (sharedArea(middle) > share) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/** The part that two circles of radius 1 share, of the area of one. @param distance of their centres, 0 to 2 */
export function sharedArea(distance: number): number {
  const half = distance / 2;
  return (2 * Math.acos(half) - distance * Math.sqrt(1 - half * half)) / Math.PI;
}
