import type { VisibleVersion } from '../entities/toldVersions.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { describeBlindSpot } from '../mirror/insight/blindSpotInWords.js';
import { type BlindSpot, blindSpots } from '../mirror/insight/blindSpots.js';
import { type Johari, johari } from '../mirror/insight/johari.js';
import { emptyLeniencyBias } from '../mirror/insight/kindness.js';
import type { Measurement } from '../mirror/measurement.js';
import type { BlindSpotType } from '../schema/insightTraitTypes.js';
import type { InsightType } from '../schema/InsightType.js';
import type { JohariWordType } from '../schema/insightWordTypes.js';

/** Compares friends with the owner. Null without the owner's answers, and in practice mode. */
export function selfComparisonView(
  { self, kindness }: Pick<VisibleVersion, 'self' | 'kindness'>,
  measurement: Measurement,
  { basis, subject }: EvidencePack,
  labelOf: (word: string) => string,
): Pick<InsightType, 'johari' | 'blindSpots'> {
  if (self === null || basis === 'SELF') return { johari: null, blindSpots: null };
  const words = self.answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds ?? [];
  const { arena, blindSpot, facade, unknown } = johari(words, measurement);
  const labelled = (pane: Johari[keyof Johari]): JohariWordType[] =>
    pane.map((id) => ({ id, label: labelOf(id) }));
  return {
    johari: {
      arena: labelled(arena),
      blindSpot: labelled(blindSpot),
      facade: labelled(facade),
      unknown: labelled(unknown),
    },
    blindSpots: blindSpots(self, measurement, kindness ?? emptyLeniencyBias).flatMap((spot) =>
      blindSpotView(spot, subject),
    ),
  };
}

/** Leaves out the figures behind a blind spot: they add no accuracy and could reveal answers. */
function blindSpotView(spot: BlindSpot, { name, locale }: EvidencePack['subject']): BlindSpotType[] {
  const { trait, strength, friendsSee, judge } = spot;
  const text = describeBlindSpot(spot, name, locale);
  if (strength === 'NONE' || text === null) return [];
  return [{ trait, strength, friendsSee, judge, text }];
}
