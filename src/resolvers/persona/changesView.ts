import type { PersonaVersion } from '../../entities/PersonaVersion.js';
import { changedTraits } from '../../measurement/change/changedTraits.js';
import { type ChangedWord, changedWords } from '../../measurement/change/changedWords.js';
import type { Measurement } from '../../measurement/measurement.js';
import type { VersionChangesType } from '../../schema/persona/PersonaVersionType.js';
import { wordLabels } from './insightView.js';

/**
 * The changes from one version to a later one, as the owner sees them. A pure function of the rows.
 * @returns null if either version has no stored measurement
 */
export function changesView(before: PersonaVersion, after: PersonaVersion): VersionChangesType | null {
  if (before.measurement === null || after.measurement === null || after.evidence === null) return null;
  const labelOf = wordLabels(after, after.evidence.subject.locale);
  return {
    since: before.number,
    traits: changedTraits(before.measurement, after.measurement).map(({ trait: id, ...change }) => ({
      id,
      ...change,
    })),
    words: wordsChangedEitherWay(before.measurement, after.measurement).map(({ word: id, ...change }) => ({
      id,
      word: labelOf(id),
      ...change,
    })),
  };
}

/**
 * suppressSmallCounts hides a word that only one friend chose. A word that is missing on one side may therefore have
 * been chosen by one friend or by none, and its change counts only if it holds in both cases.
 */
function wordsChangedEitherWay(before: Measurement, after: Measurement): ChangedWord[] {
  const certain = new Set(
    changedWords(withMissingWords(before, after), withMissingWords(after, before)).map(({ word }) => word),
  );
  return changedWords(before, after).filter(({ word }) => certain.has(word));
}

/** The measurement as if one friend had chosen each word that only the other measurement has. */
function withMissingWords(measurement: Measurement, other: Measurement): Measurement {
  const known = new Set(measurement.words.map(({ word }) => word));
  const missing = other.words.filter(({ word }) => !known.has(word));
  const one = missing.map(({ word }) => ({ word, count: 1, share: 1 / measurement.friends }));
  return { ...measurement, words: [...measurement.words, ...one] };
}
