import type { PersonaVersion } from '../entities/PersonaVersion.js';
import { changedTraits } from '../mirror/change/changedTraits.js';
import { type ChangedWord, changedWords } from '../mirror/change/changedWords.js';
import type { Measurement } from '../mirror/measurement.js';
import type { VersionChangesType } from '../schema/changeTypes.js';
import { wordLabels } from './wordLabels.js';

/**
 * What changed from one version to a later one, as their owner reads it; a pure function of the rows.
 * @returns null where one of them keeps no measurement
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
    words: surelyChanged(before.measurement, after.measurement).map(({ word: id, ...change }) => ({
      id,
      word: labelOf(id),
      ...change,
    })),
  };
}

/** Of a word that is not there, one friend may have been withheld (withholdThin): a change must be one either way. */
function surelyChanged(before: Measurement, after: Measurement): ChangedWord[] {
  const sure = new Set(changedWords(withOne(before, after), withOne(after, before)).map(({ word }) => word));
  return changedWords(before, after).filter(({ word }) => sure.has(word));
}

/** A measurement as if one friend had chosen each word that only the other one has. */
function withOne(measurement: Measurement, other: Measurement): Measurement {
  const known = new Set(measurement.words.map(({ word }) => word));
  const missing = other.words.filter(({ word }) => !known.has(word));
  const one = missing.map(({ word }) => ({ word, count: 1, share: 1 / measurement.friends }));
  return { ...measurement, words: [...measurement.words, ...one] };
}
