/**
 * Versions of the functions behind a stored or shown result, besides the measurement's own version. Any
 * change to the output of the functions named requires a new version.
 */
export const insightVersions = {
  /** johari() */
  johari: 'johari@2',
  /** blindSpots(), addToLeniencyBias() */
  blindSpots: 'blind-spots@2',
  /** commonGround() */
  commonGround: 'common-ground@1',
  /** releasableViews(), measureReleased() */
  circles: 'circles@1',
  /** changedTraits(), changedWords() */
  change: 'change@1',
  /** compatibility() */
  compatibility: 'compatibility@1',
  /** displayStats() */
  displayStats: 'display-stats@1',
  /** suppressSmallCounts() */
  withholding: 'withholding@1',
  /** indexAnswers(), splitOpenText() */
  openText: 'open-text@1',
} as const;
