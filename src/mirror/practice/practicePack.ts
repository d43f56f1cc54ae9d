import type { EvidencePack } from '../evidencePack.js';
import type { Measurement } from '../measurement.js';
import { buildEvidencePack } from '../packOf.js';

/**
 * Converts a measurement by the person alone (measureSelf) into the form that the prose is written from. It
 * contains all words the person chose, because there is no friend that they could expose, and no quotes.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function practicePack(measurement: Measurement, subject: EvidencePack['subject']): EvidencePack {
  const traits = measurement.traits.map((own) => ({ ...own, raters: own.mean === null ? 0 : 1 }));
  return buildEvidencePack({ ...measurement, traits }, subject, { basis: 'SELF', quotes: [] });
}
