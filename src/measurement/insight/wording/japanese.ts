import { japanesePoles as poles, partOf } from '../../evidenceWording/japanese.js';
import type { InsightWording } from './insightWording.js';

/** `is` and `more` both precede 人. */
const judgement = {
  SELF_KNOWS_BEST: 'この面は、たいてい本人がいちばんよく知っています。',
  FRIENDS_JUDGE_WELL: 'この面は、友だちの見方がよく当たることが多いです。',
  EQUAL: 'この面は、本人も友だちも同じくらいよく分かっていることが多いです。',
};

export const japanese: InsightWording = {
  blindSpot: ({ name, trait, side, strength, judge }) =>
    strength === 'CLEAR'
      ? `友だちから見た${name}さんは、自分で思うよりも${poles[trait][side].more}人です。${judgement[judge]}`
      : `もしかすると、友だちには${name}さんが、自分で思うよりも少し${poles[trait][side].more}人に見えているのでしょうか？${judgement[judge]}`,
  ownSide: ({ name, answered, asked }) =>
    `${name}さんは、自分についての${asked}つの質問のうち${answered}つに答えました。`,
  chance: {
    CLEAR:
      '偶然とは考えにくい差です。自分の見方が友だちと同じ人で、こうした結果になるのは多くても10人に1人です。',
    HINT: 'このくらいの差は、偶然でもよく生じます。',
  },
  picked({ name, own, count, friends }) {
    if (count === null)
      return own
        ? `${name}さんは選びました。選んだ友だちは${friends}人のうち2人に届きません。`
        : `${name}さんは選ばず、選んだ友だちも${friends}人のうち2人に届きません。`;
    const part = partOf(count, friends);
    return own
      ? `${name}さんも選び、${part}も選びました。`
      : `${part}が選び、${name}さんは選びませんでした。`;
  },
  allTogether: (place) => `友だち全体では、${place}です。`,
  agreed({ name, trait, side, strength }) {
    const { high, low } = poles[trait];
    if (strength === 'TYPICAL')
      return `友だちの見方は一致しています。${name}さんは、とても${high.is}人でも、とても${low.is}人でもありません。`;
    return `友だちの見方は一致しています。${name}さんは、${strength === 'VERY' ? 'とても' : ''}${poles[trait][side].is}人です。`;
  },
  split: ({ name, trait }) =>
    `友だちの見方は分かれています。ある友だちには${name}さんは${poles[trait].high.is}人、別の友だちには${poles[trait].low.is}人です。`,
  together: ({ names, trait, side }) =>
    `友だちから見ると、${names[0]}さんも${names[1]}さんも${poles[trait][side].is}人です。`,
  apart: ({ names, trait }) =>
    `友だちから見ると、${names[0]}さんは${poles[trait].high.is}人、${names[1]}さんは${poles[trait].low.is}人です。`,
  noReason: ({ names }) => `${names[0]}さんと${names[1]}さんを特に結びつける面も、特に分ける面もありません。`,
};
