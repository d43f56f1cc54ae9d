import type { EntityManager } from '@mikro-orm/postgresql';
import { isWritten, versionSelf } from '../../entities/PersonaVersion.js';
import type { VisibleVersion } from '../../entities/redaction.js';
import { type Locale, locales } from '../../locale.js';
import { MIN_CHOOSERS } from '../../measurement/anonymity.js';
import type { Rating } from '../../measurement/answers.js';
import { describePortrait } from '../../measurement/describeEvidence.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import { informantNorms } from '../../measurement/informantNorms/informantNorms.js';
import { emptyNormSums } from '../../measurement/informantNorms/normSums.js';
import { type BlindSpot, blindSpots } from '../../measurement/insight/blindSpots.js';
import { describeBlindSpot, describeCommonGround } from '../../measurement/insight/describeInsight.js';
import { displayStats } from '../../measurement/insight/displayStats.js';
import {
  describePicked,
  evidenceOfBlindSpot,
  evidenceOfCircle,
  evidenceOfTrait,
  johariQuestions,
} from '../../measurement/insight/insightEvidence.js';
import { type Johari, johari } from '../../measurement/insight/johari.js';
import { emptyLeniencyBias } from '../../measurement/insight/leniencyBias.js';
import type { Measurement, RelationView } from '../../measurement/measurement.js';
import { norms } from '../../measurement/norms.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from '../../measurement/questionnaire/questionnaire.js';
import { friendsNeededFor } from '../../measurement/scoring/confidence.js';
import { TYPICAL_BAND } from '../../measurement/scoring/percentile.js';
import { Relation } from '../../schema/enums.js';
import type {
  BlindSpotType,
  CircleType,
  InsightTraitType,
  InsightType,
  NormType,
} from '../../schema/persona/InsightType.js';
import type { JohariWordType } from '../../schema/persona/JohariWindowType.js';

/**
 * The detailed results of a version, as its owner sees them.
 * @returns null until the version is written, and for a version made before measurements were stored
 */
export function insightView(em: EntityManager, version: VisibleVersion): InsightType | null {
  const { measurement, evidence } = version;
  if (!isWritten(version) || measurement === null || evidence === null) return null;
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
    agreed: agreed.map((own) => ({ ...own, evidence: evidenceOfTrait(evidence, own.trait) })),
    split: split.map((own) => ({ ...own, evidence: evidenceOfTrait(evidence, own.trait) })),
    words: measurement.words
      .filter(({ count }) => count >= minChoosers)
      .map(({ word: id, count, share }) => ({ id, word: labelOf(id), count, share })),
    quotes: evidence.quotes,
    ...selfComparisonView(em, version, measurement, evidence, labelOf),
    stats: displayStats(measurement),
    circles: circleViews(version.circles ?? [], evidence),
  };
}

/** Views by relation as the owner sees them, each with the traits that can be shown. */
function circleViews(views: readonly RelationView[], pack: EvidencePack): CircleType[] {
  return views.map((view) => ({
    relation: Relation[view.relation as Relation],
    friends: view.friends,
    traits: view.traits.map((measured) => ({
      id: measured.trait,
      score: measured.score,
      level: measured.level,
      evidence: evidenceOfCircle(view, measured, pack),
    })),
  }));
}

/** Compares friends with the owner. Null without the owner's answers, and in practice mode. */
function selfComparisonView(
  em: EntityManager,
  version: VisibleVersion,
  measurement: Measurement,
  pack: EvidencePack,
  labelOf: (word: string) => string,
): Pick<InsightType, 'johari' | 'blindSpots'> {
  if (version.self === null || pack.basis === 'SELF') return { johari: null, blindSpots: null };
  const self = versionSelf.open(em, version.id, version.self);
  const words = self.answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds ?? [];
  const { arena, blindSpot, facade, someFriends, unknown } = johari(words, measurement);
  const labelled = (pane: Johari[keyof Johari]): JohariWordType[] =>
    pane.map((id) => ({
      id,
      label: labelOf(id),
      evidence: describePicked(id, words, measurement, pack.subject),
    }));
  return {
    johari: {
      questions: johariQuestions(pack),
      arena: labelled(arena),
      blindSpot: labelled(blindSpot),
      facade: labelled(facade),
      someFriends: labelled(someFriends),
      unknown: labelled(unknown),
    },
    blindSpots: blindSpots(self, measurement, version.leniencyBias ?? emptyLeniencyBias).flatMap((spot) =>
      blindSpotView(spot, self, pack),
    ),
  };
}

/** Leaves out the figures behind a blind spot: they add no accuracy and could reveal answers. */
function blindSpotView(spot: BlindSpot, self: Rating, pack: EvidencePack): BlindSpotType[] {
  const { name, locale } = pack.subject;
  const { trait, strength, friendsSee, judge } = spot;
  const text = describeBlindSpot(spot, name, locale);
  if (strength === 'NONE' || text === null) return [];
  return [{ trait, strength, friendsSee, judge, text, evidence: evidenceOfBlindSpot(spot, self, pack) }];
}

/** The traits of a version, each with a sentence and what it rests on. */
function insightTraitViews(evidence: EvidencePack): InsightTraitType[] {
  const ids = evidence.traits.map(({ id }) => id);
  const sentences = new Map(describePortrait(evidence, ids).map(({ id, text }) => [id, text]));
  return evidence.traits.map(({ id, trait, score, level, agreement, raters }) => {
    const text = sentences.get(id) ?? '';
    return {
      id: trait,
      score,
      level,
      agreement,
      raters,
      text,
      evidence: evidenceOfTrait(evidence, trait),
    };
  });
}

const INFORMANT_NORMS = new RegExp(`^informants-(${locales.join('|').toLowerCase()})@1\\+(\\d+)$`);

/**
 * The reference group of a measurement, derived from its norm version. In practice mode this is the web
 * sample in every language, because its people also answered about themselves.
 * @throws RangeError for an unknown version, which means that the stored data is newer than the code
 */
function normView(version: string): NormType {
  const { source, n: people } = version === norms.version ? norms : informantNormsOf(version);
  return { version, source, people };
}

/** Describes norms of our own by their number of people only: the sums behind them have grown since. */
function informantNormsOf(version: string): { source: string; n: number } {
  const [, language, people] = INFORMANT_NORMS.exec(version) ?? [];
  if (language === undefined || people === undefined) throw new RangeError(`Unknown norms: ${version}`);
  const sums = { ...emptyNormSums, E: { ...emptyNormSums.E, n: Number(people) } };
  return informantNorms(norms, sums, language.toUpperCase() as Locale);
}

/**
 * Returns a lookup of the words of a version's questionnaire in a language, by id.
 * @throws RangeError for an unknown questionnaire or word
 */
export function wordLabels(
  { provenance }: Pick<VisibleVersion, 'provenance'>,
  locale: Locale,
): (id: string) => string {
  const { wording } = questionnaireOf(provenance?.questionnaire ?? QUESTIONNAIRE_VERSION);
  const labels = new Map(Object.entries(wording[locale].words));
  return (id) => {
    const label = labels.get(id);
    if (label === undefined) throw new RangeError(`Unknown word: ${id}`);
    return label;
  };
}
