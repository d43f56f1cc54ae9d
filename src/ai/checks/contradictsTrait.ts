import type { EvidencePack } from '../../mirror/evidencePack.js';
import type { PersonaText } from '../prompts/personaText.js';
import { negations, traitMarkers } from './traitMarkers.js';

/**
 * Whether a sentence rests on one trait alone and names the opposite end of it. Split or typical traits allow
 * both ends.
 */
export function contradictsTrait(sentence: PersonaText['summary'][number], pack: EvidencePack): boolean {
  const cited = pack.traits.filter(({ id }) => sentence.evidence.includes(id));
  const [only] = cited;
  if (only === undefined || cited.length > 1 || only.level === 'TYPICAL' || only.agreement === 'SPLIT')
    return false;
  const { locale } = pack.subject;
  if (negations[locale].test(sentence.text)) return false;
  const { high, low } = traitMarkers[locale][only.trait];
  const [own, opposite] = only.score > 50 ? [high, low] : [low, high];
  return opposite.test(sentence.text) && !own.test(sentence.text);
}
