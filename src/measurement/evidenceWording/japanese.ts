import type { Agreement } from '../measurement.js';
import type { EvidenceWording, PlaceFact, Poles, TraitFact } from './evidenceWording.js';

/** Names of both ends of each trait. `is` precedes 人, `more` precedes ほう. */
export const japanesePoles: Poles<{ is: string; more: string }> = {
  E: { high: { is: '社交的な', more: '社交的な' }, low: { is: '物静かな', more: '物静かな' } },
  A: { high: { is: '心のあたたかい', more: 'あたたかい' }, low: { is: '冷静な', more: '冷静な' } },
  C: { high: { is: 'きちんとした', more: 'きちんとした' }, low: { is: 'おおらかな', more: 'おおらかな' } },
  N: { high: { is: '感じやすい', more: '感じやすい' }, low: { is: '落ち着いた', more: '落ち着いた' } },
  I: { high: { is: '発想の豊かな', more: '発想の豊かな' }, low: { is: '現実的な', more: '現実的な' } },
};

/** How many of all friends, at the start of a sentence. */
export const partOf = (part: number, all: number): string =>
  part === all && all > 1 ? `友だち${all}人全員` : `友だち${all}人のうち${part}人`;

const placeOf = ({ trait, side, beyond }: PlaceFact): string =>
  `100人のうち約${beyond}人よりも${japanesePoles[trait][side].more}ほう`;

function is({ trait, side, strength }: PlaceFact): string {
  const { high, low } = japanesePoles[trait];
  if (strength === 'TYPICAL') return `とても${high.is}人でも、とても${low.is}人でもありません`;
  return `${strength === 'VERY' ? 'とても' : ''}${japanesePoles[trait][side].is}人です`;
}

const ending: Record<Agreement, string> = {
  AGREE: '判断し、見方は一致しています。',
  MIXED: '判断し、見方は一部で一致しています。',
  SPLIT: '判断しましたが、見方は分かれています。合わせて見ると、',
  UNKNOWN: '判断しましたが、見方を比べるには少なすぎます。',
};

function judged(fact: TraitFact): string {
  const { agreement, raters, friends } = fact;
  const place = placeOf(fact);
  if (raters === 1) return `${partOf(1, friends)}だけが判断できたので、手がかり程度です。${place}です。`;
  return `${partOf(raters, friends)}が${ending[agreement]}${place}です。`;
}

const sketchNote = '答えた友だちが少ないので、まだ最初のスケッチです。';
const quoted = (texts: readonly string[]): string => texts.map((text) => `「${text}」`).join('');

const portrait: EvidenceWording['portrait'] = {
  trait(fact) {
    const { name, trait, agreement, raters, sketch } = fact;
    const { high, low } = japanesePoles[trait];
    const note = sketch && raters > 0 ? sketchNote : '';
    if (raters === 0) return `${name}さんが${high.is}人か${low.is}人かは、まだわかりません。`;
    if (agreement === 'SPLIT')
      return `${name}さんは、見る人によって${high.is}人にも、${low.is}人にも見えます。${note}`;
    if (raters === 1) return `まだ手がかり程度ですが、${name}さんは${is(fact)}。${note}`;
    return `${agreement === 'MIXED' ? '全体として、' : ''}友だちの目に映る${name}さんは、${is(fact)}。${note}`;
  },
  word: ({ name, word }) => `${name}さんには「${word}」という言葉がよく似合います。`,
  ownTrait(fact) {
    const { name, trait, measured } = fact;
    const { high, low } = japanesePoles[trait];
    return measured
      ? `自分の目に映る${name}さんは、${is(fact)}。`
      : `${name}さんが${high.is}人か${low.is}人かは、まだわかりません。`;
  },
  ownWord: ({ name, word }) => `「${word}」は、${name}さんが自分らしいと感じる言葉です。`,
};

export const japanese: EvidenceWording = {
  portrait,
  place: placeOf,
  spread: {
    trait: {
      AGREE: '回答は近く、5段階でたいてい平均から1点以内です。',
      MIXED: '回答には少し幅があり、5段階でたいてい平均から1点前後かそれ以上離れています。',
      SPLIT: '回答は大きく分かれ、5段階で2点以上の差があります。',
      UNKNOWN: '回答が少なく、どのくらい幅があるかはわかりません。',
    },
    word: ({ ahead, words }) =>
      `${words}の言葉から5つまで選べました。${ahead === 0 ? 'これより多く選ばれた言葉はありません。' : `これより多く選ばれた言葉は${ahead}つです。`}`,
    quote: '3人以上の友だちが書いたことを合わせました。このとおりに書いた人はいません。',
    own: '答えたのは1人なので、比べる相手はいません。',
  },
  word: ({ name, word, friends, count }) =>
    `${partOf(count, friends)}が、${name}さんに合う言葉として「${word}」を選びました。`,
  trait(fact) {
    const { friends, raters, sketch } = fact;
    if (raters === 0)
      return `友だち${friends}人のうち、判断できた人が3人に満たないため、測定できていません。`;
    return `${judged(fact)}${sketch ? '答えた友だちがまだ少ないので、これから変わるかもしれません。' : ''}`;
  },
  ownWord: ({ name, word }) => `${name}さんが、自分に合う言葉として「${word}」を選びました。`,
  ownTrait(fact) {
    const { name, measured } = fact;
    if (!measured) return `${name}さん自身の答えだけではわからず、測定できていません。`;
    return `${name}さん自身の答えによると、${placeOf(fact)}です。`;
  },
  general: {
    askedTrait: (questions) =>
      `友だちへの質問：${quoted(questions)}3人以上が判断できた特徴だけを表示しています。`,
    askedWord: (questions) => `友だちへの質問：${quoted(questions)}2人以上が選んだ言葉だけを表示しています。`,
    trait(fact) {
      const { name, trait, friends, isSplit } = fact;
      const { high, low } = japanesePoles[trait];
      return isSplit
        ? `${name}さんが${high.is}人か${low.is}人かは、友だちによって見方が分かれます。`
        : `友だち${friends}人の答えを合わせると、${name}さんは${is(fact)}。`;
    },
    word: ({ name, word }) => `「${word}」は、友だちが${name}さんに合うと選んだ言葉のひとつです。`,
    quote: '複数の友だちが、このことを自分の言葉で書いています。',
  },
  quote: (text) => `複数の友だちが書いたことを、別の言葉で言い換えました：「${text}」`,
};
