import { type DirectBook, ownDescriptions } from '../directBook.js';
import { directJa } from './direct.js';

/** Practice mode: only the person has answered. */
export const directOwnJa: DirectBook = {
  ...directJa,
  descriptions: ownDescriptions(directJa.descriptions, '友だちが描いた私は', 'ご自身の答えが描く私は'),
  tooFew: [
    'まだ何とも言えません、ご自身の答えからはわからないのです。',
    '鏡のその部分はまだ暗いままです、答えがそこを空けてあるので。',
  ],
  chosen: [
    'はい、{words}はご自身が選んだ言葉です。',
    'ご自身でもそう言っています、{words}を選びましたから。',
  ],
  authorsUnknown: [
    'まだほかの人は誰も答えていないので、そう言った人もいません。',
    '今の私の中の声は一つだけで、それはご自身の声です。',
  ],
  unshown: [
    'ご自身の答えにはそれが映っていないので、言えば作り話になってしまいます。',
    directJa.unshown[1],
    'それは答えの中にないところなので、勝手に言わないでおきますね。',
  ],
};
