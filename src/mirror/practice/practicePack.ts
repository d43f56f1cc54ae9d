import type { EvidencePack } from '../evidencePack.js';
import type { Measurement } from '../measurement.js';
import { packOf } from '../packOf.js';

/**
 * Puts a measurement by the person alone (measureSelf) into the form the prose is written from, with all words the person
 * chose: there is nobody whom they could give away. Nobody else's words are quoted.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function practicePack(measurement: Measurement, subject: EvidencePack['subject']): EvidencePack {
  const traits = measurement.traits.map((own) => ({ ...own, raters: own.mean === null ? 0 : 1 }));
  return packOf({ ...measurement, traits }, subject, { basis: 'SELF', quotes: [] });
}
