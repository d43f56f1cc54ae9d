/**
 * The distance between two circles of radius 1 that share a part of their areas.
 * @param share 0 (they touch) to 1 (they coincide)
 * @returns distance between the centres, 2 to 0
 */
export function distanceFor(share: number): number {
  let [near, far] = [0, 2];
  // The shared part falls monotonically with the distance. 30 halvings are more precise than any screen.
  for (let step = 0; step < 30; step += 1) {
    const middle = (near + far) / 2;
    if (sharedArea(middle) > share) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/**
 * The area that two circles of radius 1 share, as a part of the area of one.
 * @param distance between their centres, 0 to 2
 */
export function sharedArea(distance: number): number {
  const half = distance / 2;
  return (2 * Math.acos(half) - distance * Math.sqrt(1 - half * half)) / Math.PI;
}
