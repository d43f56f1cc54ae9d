import type { Agreement } from '../measurement.js';
import type { EvidenceWording, PlaceFact, Poles, TraitFact } from './evidenceWording.js';

/** Names of both ends of each trait. `is` precedes 사람. `more` follows 더 and precedes 편. */
export const koreanPoles: Poles<{ is: string; more: string }> = {
  E: { high: { is: '활발한', more: '활발한' }, low: { is: '조용한', more: '조용한' } },
  A: { high: { is: '마음이 따뜻한', more: '따뜻한' }, low: { is: '냉철한', more: '냉철한' } },
  C: { high: { is: '꼼꼼한', more: '꼼꼼한' }, low: { is: '느긋하고 자유로운', more: '자유로운' } },
  N: { high: { is: '감수성이 예민한', more: '예민한' }, low: { is: '차분한', more: '차분한' } },
  I: {
    high: { is: '생각과 상상이 풍부한', more: '상상이 풍부한' },
    low: { is: '현실적인', more: '현실적인' },
  },
};

/** How many of all friends, at the start of a sentence. */
export const partOf = (part: number, all: number): string =>
  part === all && all > 1 ? `친구 ${all}명 모두` : `친구 ${all}명 중 ${part}명`;

const placeOf = ({ trait, side, beyond }: PlaceFact): string =>
  `100명 중 약 ${beyond}명보다 더 ${koreanPoles[trait][side].more} 편`;

function is({ trait, side, strength }: PlaceFact): string {
  const { high, low } = koreanPoles[trait];
  if (strength === 'TYPICAL') return `아주 ${high.is} 사람도, 아주 ${low.is} 사람도 아니에요`;
  return `${strength === 'VERY' ? '아주 ' : ''}${koreanPoles[trait][side].is} 사람이에요`;
}

const ending: Record<Agreement, string> = {
  AGREE: '판단했고 의견이 일치해요.',
  MIXED: '판단했고 의견이 일부만 일치해요.',
  SPLIT: '판단했고 의견이 갈려요. 합쳐 보면',
  UNKNOWN: '판단했지만 의견을 비교하기에는 적어요.',
};

function judged(fact: TraitFact): string {
  const { agreement, raters, friends } = fact;
  const place = placeOf(fact);
  // 모두 takes 가 and 명 takes 이, so the particle is chosen with the part.
  const could = `${partOf(raters, friends)}${raters === friends && friends > 1 ? '가' : '이'}`;
  if (raters === 1) return `${partOf(1, friends)}만 판단해서 짐작에 가까워요. ${place}이에요.`;
  return `${could} ${ending[agreement]} ${place}이에요.`;
}

const sketchNote = ' 응답한 친구가 적어서 아직은 첫 스케치예요.';
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(' ');

const portrait: EvidenceWording['portrait'] = {
  trait(fact) {
    const { name, trait, agreement, raters, sketch } = fact;
    const { high, low } = koreanPoles[trait];
    const note = sketch && raters > 0 ? sketchNote : '';
    if (raters === 0) return `${name}님이 ${high.is} 사람인지 ${low.is} 사람인지는 아직 알 수 없어요.`;
    if (agreement === 'SPLIT')
      return `${name}님은 보는 친구에 따라 ${high.is} 사람이기도, ${low.is} 사람이기도 해요.${note}`;
    if (raters === 1) return `아직은 짐작이지만, ${name}님은 ${is(fact)}.${note}`;
    return `친구들 눈에 ${name}님은 ${agreement === 'MIXED' ? '대체로 ' : ''}${is(fact)}.${note}`;
  },
  word: ({ name, word }) => `‘${word}’이라는 말이 ${name}님에게 잘 어울려요.`,
  ownTrait(fact) {
    const { name, trait, measured } = fact;
    const { high, low } = koreanPoles[trait];
    return measured
      ? `스스로 보기에 ${name}님은 ${is(fact)}.`
      : `${name}님이 ${high.is} 사람인지 ${low.is} 사람인지는 아직 알 수 없어요.`;
  },
  ownWord: ({ name, word }) => `${name}님은 ‘${word}’이라는 말이 자신과 잘 맞는다고 느껴요.`,
};

/**
 * 님 takes 은 and 이 whatever the name ends in. Every word of the list ends in ㄴ or another consonant, so it
 * takes 을.
 */
export const korean: EvidenceWording = {
  portrait,
  place: placeOf,
  spread: {
    trait: {
      AGREE: '답변이 서로 가까워요. 5점 척도에서 보통 평균과 1점 안쪽으로 차이 나요.',
      MIXED: '답변이 조금 퍼져 있어요. 5점 척도에서 보통 평균과 1점 안팎이나 그 이상 차이 나요.',
      SPLIT: '답변이 크게 갈려요. 5점 척도에서 2점 이상 차이 나요.',
      UNKNOWN: '답변이 적어서 얼마나 퍼져 있는지 알 수 없어요.',
    },
    word: ({ ahead, words }) =>
      `단어 ${words}개 중에서 다섯 개까지 고를 수 있었어요. ${ahead === 0 ? '이보다 많이 고른 단어는 없어요.' : `이보다 많이 고른 단어는 ${ahead}개예요.`}`,
    quote: '친구 세 명 이상이 쓴 글을 섞었어요. 이대로 쓴 친구는 없어요.',
    own: '한 사람의 답변이라 비교할 것이 없어요.',
  },
  word: ({ name, word, friends, count }) =>
    `${partOf(count, friends)}${count === friends && friends > 1 ? '가' : '이'} ${name}님에게 어울리는 말로 ‘${word}’을 골랐어요.`,
  trait(fact) {
    const { friends, raters, sketch } = fact;
    if (raters === 0) return `친구 ${friends}명 중 판단한 친구가 세 명이 안 돼서 측정하지 못했어요.`;
    return `${judged(fact)}${sketch ? ' 아직 응답한 친구가 적어서 더 바뀔 수 있어요.' : ''}`;
  },
  ownWord: ({ name, word }) => `${name}님이 자신에게 어울리는 말로 ‘${word}’을 골랐어요.`,
  ownTrait(fact) {
    const { name, measured } = fact;
    if (!measured) return `${name}님의 답만으로는 알 수 없어서 측정하지 못했어요.`;
    return `${name}님 자신의 답에 따르면 ${placeOf(fact)}이에요.`;
  },
  general: {
    askedTrait: (questions) =>
      `친구들에게 물은 질문: ${quoted(questions)} 세 명 이상이 판단한 성격만 보여 줘요.`,
    askedWord: (questions) => `친구들에게 물은 질문: ${quoted(questions)} 두 명 이상이 고른 말만 보여 줘요.`,
    trait(fact) {
      const { name, trait, friends, isSplit } = fact;
      const { high, low } = koreanPoles[trait];
      return isSplit
        ? `${name}님이 ${high.is} 사람인지 ${low.is} 사람인지는 친구마다 다르게 봐요.`
        : `친구 ${friends}명의 답을 합쳐 보면 ${name}님은 ${is(fact)}.`;
    },
    word: ({ name, word }) => `‘${word}’은 친구들이 ${name}님에게 어울린다고 고른 말 가운데 하나예요.`,
    quote: '여러 친구가 이 점에 대해 직접 써 주었어요.',
  },
  quote: (text) => `여러 친구가 쓴 내용을 다른 말로 옮겼어요: “${text}”`,
};
