import type { VisibleVersion } from '../entities/toldVersions.js';
import { describeCommonGround } from '../mirror/insight/commonGroundInWords.js';
import { displayStats } from '../mirror/insight/displayStats.js';
import { friendsNeededFor } from '../mirror/release/friendsUntil.js';
import { MIN_CHOOSERS } from '../mirror/release/withholdThin.js';
import { TYPICAL_BAND } from '../mirror/scoring/level.js';
import type { InsightType } from '../schema/InsightType.js';
import { circleViews } from './insightCircles.js';
import { selfComparisonView } from './insightOfSelf.js';
import { insightTraitViews } from './insightTraits.js';
import { normView } from './normView.js';
import { wordLabels } from './wordLabels.js';

/**
 * The detailed results of a version, as its owner sees them. A pure function of the row.
 * @returns null until READY, and for a version made before measurements were stored
 */
export function insightView(version: VisibleVersion): InsightType | null {
  const { status, measurement, evidence } = version;
  if (status !== 'READY' || measurement === null || evidence === null) return null;
  const { name, locale } = evidence.subject;
  const labelOf = wordLabels(version, locale);
  const { friends, confidence, k, normsVersion } = measurement;
  const { agreed, split } = describeCommonGround(measurement, name, locale);
  const minChoosers = evidence.basis === 'SELF' ? 1 : MIN_CHOOSERS;
  return {
    friends,
    confidence,
    friendsUntilFair: friendsNeededFor('FAIR', k),
    friendsUntilGood: friendsNeededFor('GOOD', k),
    norm: normView(normsVersion),
    typicalBand: TYPICAL_BAND,
    traits: insightTraitViews(evidence),
    agreed,
    split,
    words: measurement.words
      .filter(({ count }) => count >= minChoosers)
      .map(({ word: id, count, share }) => ({ id, word: labelOf(id), count, share })),
    quotes: evidence.quotes,
    ...selfComparisonView(version, measurement, evidence, labelOf),
    stats: displayStats(measurement),
    circles: circleViews(version.circles ?? []),
  };
}
