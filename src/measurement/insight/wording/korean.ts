import { koreanPoles as poles, partOf } from '../../evidenceWording/korean.js';
import type { InsightWording } from './insightWording.js';

/** `is` precedes 사람. `more` follows 더 and precedes 사람. */
const judgement = {
  SELF_KNOWS_BEST: '이런 면은 보통 본인이 가장 잘 알아요.',
  FRIENDS_JUDGE_WELL: '이런 면은 보통 친구들이 잘 알아봐요.',
  EQUAL: '이런 면은 보통 본인도 친구들도 비슷하게 잘 알아요.',
};

/** 님 takes 은, 과 and 을 whatever the name ends in, so no particle depends on the name. */
export const korean: InsightWording = {
  blindSpot: ({ name, trait, side, strength, judge }) =>
    strength === 'CLEAR'
      ? `친구들이 보는 ${name}님은 스스로 생각하는 것보다 더 ${poles[trait][side].more} 사람이에요. ${judgement[judge]}`
      : `혹시 친구들은 ${name}님을 스스로 생각하는 것보다 조금 더 ${poles[trait][side].more} 사람으로 보고 있을까요? ${judgement[judge]}`,
  ownSide: ({ name, answered, asked }) =>
    `${name}님은 자신에 대한 질문 ${asked}개 중 ${answered}개에 답했어요.`,
  chance: {
    CLEAR:
      '우연으로 보기 어려워요. 친구들과 똑같이 자신을 보는 사람이라면, 이런 결과는 열 명 중 많아야 한 명에게 나와요.',
    HINT: '이 정도 차이는 우연히도 자주 생겨요.',
  },
  picked({ name, own, count, friends }) {
    if (count === null)
      return own
        ? `${name}님은 골랐고, 고른 친구는 ${friends}명 중 두 명이 안 돼요.`
        : `${name}님은 고르지 않았고, 고른 친구도 ${friends}명 중 두 명이 안 돼요.`;
    const part = partOf(count, friends);
    return own
      ? `${name}님도 골랐고, ${part}${count === friends ? '가' : '이'} 골랐어요.`
      : `${part}${count === friends ? '가' : '이'} 골랐고, ${name}님은 고르지 않았어요.`;
  },
  allTogether: (place) => ` 친구들 전체로 보면 ${place}이에요.`,
  agreed({ name, trait, side, strength }) {
    const { high, low } = poles[trait];
    if (strength === 'TYPICAL')
      return `${name}님은 아주 ${high.is} 사람도, 아주 ${low.is} 사람도 아니라는 데 친구들의 의견이 같아요.`;
    const very = strength === 'VERY' ? '아주 ' : '';
    return `${name}님은 ${very}${poles[trait][side].is} 사람이라는 데 친구들의 의견이 같아요.`;
  },
  split: ({ name, trait }) =>
    `친구들의 의견이 갈려요. 어떤 친구에게 ${name}님은 ${poles[trait].high.is} 사람, 어떤 친구에게는 ${poles[trait].low.is} 사람이에요.`,
  together: ({ names, trait, side }) =>
    `친구들은 ${names[0]}님과 ${names[1]}님을 둘 다 ${poles[trait][side].is} 사람으로 봐요.`,
  apart: ({ names, trait }) =>
    `친구들은 ${names[0]}님을 ${poles[trait].high.is} 사람으로, ${names[1]}님을 ${poles[trait].low.is} 사람으로 봐요.`,
  noReason: ({ names }) =>
    `${names[0]}님과 ${names[1]}님을 특별히 이어 주거나 갈라놓는 한 가지 성격은 없어요.`,
};
