import type { ReflectionBook } from '../reflectionBook.js';

export const reflectionsJa: ReflectionBook = {
  traits: { E: '外向性', A: '協調性', C: '誠実性', N: '感受性', I: '知性と想像' },
  levels: {
    VERY_LOW: '大半の人よりずっと低いところ',
    LOW: '大半の人より低いところ',
    TYPICAL: '大半の人と同じあたり',
    HIGH: '大半の人より高いところ',
    VERY_HIGH: '大半の人よりずっと高いところ',
  },
  agreement: {
    AGREE: 'ここでは答えが互いに合っています。',
    MIXED: 'ここでは答えが一部だけ互いに合っています。',
    SPLIT: 'ここでは答えが二つに分かれ、肖像には両方を入れるべきです。',
    UNKNOWN: '答えがどれほど互いに合うかは、まだわかりません。',
  },
  traitLevel: ['{name}さんの{trait}は{level}にあります。', '{trait}を測ると、{name}さんは{level}にいます。'],
  word: ['{name}さんといえば、最初に浮かぶ言葉は{top}です。'],
  ownWord: ['{name}さんが最初に選んだ言葉は{top}です。'],
  quote: ['自由に書かれた文の中に、肖像にしたい場面があります。{quote}'],
  image: ['絵にするなら、{name}さんはこうかもしれません。{image}。'],
  contrast: [
    '肖像は並んだ二つのことを軸にできます。{trait}は{level}、{other}は{otherLevel}。',
    '{name}さんらしさは、{trait}（{level}）と{other}（{otherLevel}）のあいだにあります。',
  ],
};
