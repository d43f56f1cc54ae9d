import type { EvidenceWording, TraitFact } from './evidenceWording.js';
import { koreanPoles as poles } from './koreanPoles.js';

/** `is` stands before 사람, `more` after 더 and before 편. */
const partOf = (part: number, all: number): string =>
  part === all && all > 1 ? `친구 ${all}명 모두` : `친구 ${all}명 중 ${part}명`;

function seen({ name, trait, side, strength }: TraitFact): string {
  const { high, low } = poles[trait];
  if (strength === 'TYPICAL')
    return `친구들이 보는 ${name}님은 아주 ${high.is} 사람도, 아주 ${low.is} 사람도 아니에요`;
  return `친구들이 보는 ${name}님은 ${strength === 'VERY' ? '아주 ' : ''}${poles[trait][side].is} 사람이에요`;
}

const ending: Record<'AGREE' | 'MIXED' | 'UNKNOWN', string> = {
  AGREE: '친구들의 의견이 서로 맞아요.',
  MIXED: '친구들의 의견이 일부만 맞아요.',
  UNKNOWN: '판단한 친구가 적어 의견을 비교할 수 없어요.',
};

function judged(fact: TraitFact): string {
  const { name, trait, side, beyond, agreement, raters, friends } = fact;
  const { high, low } = poles[trait];
  const place = `100명 중 약 ${beyond}명보다 더 ${poles[trait][side].more} 편`;
  // 모두 and 명 take 가 and 이: the part is told with its particle.
  const could = `${partOf(raters, friends)}${raters === friends && friends > 1 ? '가' : '이'}`;
  if (agreement === 'SPLIT')
    return `${could} 판단했고 의견이 갈려요. 어떤 친구에게 ${name}님은 ${high.is} 사람, 어떤 친구에게는 ${low.is} 사람이에요. 합쳐 보면 ${place}이에요.`;
  if (raters === 1) return `${partOf(1, friends)}만 판단해서 짐작에 가까워요. ${place}이에요.`;
  return `${could} 판단했어요. ${seen(fact)}(${place}). ${ending[agreement]}`;
}

/** 님 takes 은 whatever the name ends in, and every word of the list ends in ㄴ or another consonant, so it takes 을. */
export const korean: EvidenceWording = {
  word: ({ name, word, friends, count }) =>
    `${partOf(count, friends)}${count === friends && friends > 1 ? '가' : '이'} ${name}님에게 어울리는 말로 ‘${word}’을 골랐어요.`,
  trait(fact) {
    const { name, trait, friends, raters, sketch } = fact;
    const { high, low } = poles[trait];
    if (raters === 0)
      return `친구 ${friends}명 중 아무도 ${name}님이 ${high.is} 사람인지 ${low.is} 사람인지 판단하지 못해서, 측정하지 못했어요.`;
    return `${judged(fact)}${sketch ? ' 응답한 친구가 적어서 아직은 첫 스케치예요.' : ''}`;
  },
};
