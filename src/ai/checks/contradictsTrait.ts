import type { Locale } from '../../locale.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import type { TraitId } from '../../measurement/traits.js';
import type { PersonaText } from '../prompts/personaText.js';

interface Poles {
  high: RegExp;
  low: RegExp;
}

/**
 * Plain words that place a person at one end of a trait. Only unmistakable ones: a sentence may describe a
 * trait without any of them, and a missed contradiction costs less than rejecting a good sentence.
 */
export const traitMarkers: Record<Locale, Record<TraitId, Poles>> = {
  EN: {
    E: {
      high: /\b(outgoing|extraverted|extroverted|life of the party|talkative|gregarious)\b/i,
      low: /\b(introverted|shy|withdrawn|reserved|soft-spoken)\b/i,
    },
    A: {
      high: /\b(warm-hearted|compassionate|empathetic|kind-hearted|caring)\b/i,
      low: /\b(cold-hearted|indifferent|detached|unsympathetic)\b/i,
    },
    C: {
      high: /\b(organi[sz]ed|tidy|disciplined|meticulous|orderly)\b/i,
      low: /\b(messy|disorgani[sz]ed|chaotic|untidy)\b/i,
    },
    N: {
      high: /\b(anxious|moody|high-strung|easily upset)\b/i,
      low: /\b(unflappable|even-tempered|unshakable|serene)\b/i,
    },
    I: {
      high: /\b(imaginative|inventive|visionary)\b/i,
      low: /\b(unimaginative|down-to-earth|literal-minded)\b/i,
    },
  },
  KO: {
    E: { high: /외향적|사교적|활발하/, low: /내향적|수줍|말수가 적/ },
    A: { high: /공감을 잘|마음이 따뜻|인정이 많/, low: /무관심|냉정하|차갑/ },
    C: { high: /꼼꼼|계획적|정리정돈을 잘/, low: /덜렁|어지르|정리를 잘 못/ },
    N: { high: /예민하|감정 기복이 (크|심)/, low: /좀처럼 흔들리지|느긋하/ },
    I: { high: /상상력이 풍부/, low: /상상력이 부족|현실적인/ },
  },
  JA: {
    E: { high: /外向的|社交的|おしゃべり/, low: /内向的|恥ずかしがり|口数が少な/ },
    A: { high: /思いやり(が|の)あ|共感力が高/, low: /無関心|冷淡|冷たい/ },
    C: { high: /几帳面|計画的|整理整頓が(得意|上手)/, low: /散らかし|だらしな|大ざっぱ/ },
    N: { high: /繊細で|気分の浮き沈みが(大き|激し)/, low: /めったに動じな|のんびり/ },
    I: { high: /想像力(が|の)豊か/, low: /想像力に乏し|現実的な/ },
  },
};

/** A sentence with one of these may say the opposite of its words, so it is not judged. */
const negations: Record<Locale, RegExp> = {
  EN: /\b(not|never|no|neither|nor|rather than|instead of|less|without|hardly|rarely|seldom)\b|n't\b/i,
  KO: /않|아니|없|못|보다는|대신/,
  JA: /ない|なく|ません|ず、|より|ではな/,
};

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
