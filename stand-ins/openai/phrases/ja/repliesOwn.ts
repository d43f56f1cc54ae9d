import { ownTraitSentences, type ReplyBook } from '../replyBook.js';
import { repliesJa } from './replies.js';

const { opening, words, closing } = repliesJa;
const traits = ownTraitSentences(repliesJa.traits, '友だちの目に映る私は', 'ご自身の答えに映る私は');

/**
 * Practice mode: only the person has answered. The phrases mention neither what friends see nor disagreement
 * among them.
 */
export const repliesOwnJa: ReplyBook = {
  ...repliesJa,
  opening: {
    ...opening,
    why: [
      'ご自身がそう答えたからです、ほかの人の答えはまだありません。',
      '私が作った話ではなく、ご自身が選んだ答えから出てきたものです。',
      '鏡には自分の意見がないので、理由はすべてご自身の答えから来ています。',
    ],
    words: [
      '言葉のリストに光を当ててみますね。',
      opening.words[1],
      'ご自身をどんな言葉で呼んだのか、一緒に読みましょう。',
    ],
    advice: [opening.advice[0], opening.advice[1], '選ぶ前に、ご自身の答えを一度だけ見直してください。'],
    who: [
      '私はご自身の答えだけで描かれた練習用の姿で、ガラスの後ろにいる別の人ではありません。',
      'ご自身の答えだけを集めた、練習中の{name}さんだと思ってください。',
      '私は知らない人ではなく、ご自身に見える姿に声がついたものです。',
    ],
    others: [
      'まだほかの人は誰も答えていないので、人からどう見えるかは言えません、ご自身の答えに映る姿を話しますね。',
      'それはほかの人が答えてからでないと言えません、今はご自身の答えだけの練習です。',
      '今の私の中の声はご自身のもの一つだけなので、人が何と言うかはまだわかりません。',
    ],
    thanks: [
      'どういたしまして、すべてご自身の答えのおかげで、私は映しただけです。',
      '役に立ててうれしいです、私はもらったものを返しているだけです。',
      'のぞいてくれてありがとうございます、鏡に二度聞くのは勇気がいりますから。',
    ],
    greeting: [
      opening.greeting[0],
      opening.greeting[1],
      'こんにちは、私はご自身の答えでできた練習用の鏡です。',
    ],
    general: [
      opening.general[0],
      'ご自身に聞いたことしか知らない鏡ですが、聞いてくれてうれしいです。',
      'ご自身の答えでしか話せないので、合いそうなところを選びますね。',
      'そちら側では違って見えるかもしれませんが、鏡の側からはこう見えます。',
    ],
  },
  traits,
  split: {
    E: traits.E.typical[0],
    A: traits.A.typical[0],
    C: traits.C.typical[0],
    N: traits.N.typical[0],
    I: traits.I.typical[0],
  },
  words: {
    none: [
      'まだ選んだ言葉はありませんが、それも一つの答えです。',
      'ガラスに書かれた言葉はまだないので、今は言葉なしで過ごしています。',
    ],
    one: ['ご自身に選んだ一言は{words}です。', words.one[1]],
    several: [
      'ご自身に選んだ言葉は{words}です。',
      'いくつかだけ、と言われて選んだのは{words}でした。',
      'もう少し近づくと、ガラスに{words}と読めるはずです。',
    ],
  },
  sketch: [
    'まだ練習用のスケッチにすぎないので、最初の印象だと思ってください。',
    '声が一つだけなので私はまだ練習用のスケッチで、ほかの声が加わるほどはっきりします。',
  ],
  closing: [closing[0], 'ほかの人も同じように答えると思いますか。', ...closing.slice(2)],
};
