import { ownTraitSentences, type ReplyBook } from '../replyBook.js';
import { repliesKo } from './replies.js';

const { opening, words, closing } = repliesKo;
const traits = ownTraitSentences(repliesKo.traits, '친구들 눈에 저는', '스스로 답한 대로라면 저는');

/**
 * Practice mode: only the person has answered. The phrases mention neither what friends see nor disagreement
 * among them.
 */
export const repliesOwnKo: ReplyBook = {
  ...repliesKo,
  opening: {
    ...opening,
    why: [
      '직접 그렇게 답했기 때문이에요, 아직 다른 사람의 답은 없어요.',
      '제가 지어낸 것이 아니라, 스스로 고른 답에서 나온 거예요.',
      '거울에게는 제 의견이 없어서, 이유는 모두 스스로 한 답에서 왔어요.',
    ],
    words: [
      '말이 적힌 목록에 빛을 비춰 볼게요.',
      opening.words[1],
      '스스로를 어떤 말로 불렀는지 같이 읽어 봐요.',
    ],
    advice: [opening.advice[0], opening.advice[1], '고르기 전에 스스로 한 답을 한 번만 다시 봐요.'],
    who: [
      '저는 스스로 한 답으로만 그려진 연습용 모습이고, 유리 뒤에 있는 다른 사람이 아니에요.',
      '자신의 답으로만 모아 놓은, 연습 중인 {name}님이라고 생각해 주세요.',
      '저는 낯선 사람이 아니라, 스스로 보는 모습에 목소리가 생긴 거예요.',
    ],
    others: [
      '아직 다른 사람은 아무도 답하지 않아서 남의 눈에 어떤지는 말할 수 없어요, 스스로 답한 모습을 보여 줄게요.',
      '그건 다른 사람이 답한 뒤에야 말할 수 있어요, 지금은 자신의 답만으로 하는 연습이에요.',
      '지금 제 안의 목소리는 스스로 답한 것 하나뿐이라, 남이 뭐라고 할지는 아직 몰라요.',
    ],
    thanks: [
      '천만에요, 모두 스스로 답해 준 덕분이고 저는 비추기만 했어요.',
      '도움이 됐다니 기뻐요, 저는 담아 준 것을 돌려줄 뿐이에요.',
      '들여다봐 줘서 제가 고마워요, 거울에게 두 번 묻는 데는 용기가 필요하니까요.',
    ],
    greeting: [
      opening.greeting[0],
      opening.greeting[1],
      '안녕하세요, 저는 스스로 한 답으로 만든 연습용 거울이에요.',
    ],
    general: [
      opening.general[0],
      '들려준 답만 아는 거울이지만, 물어봐 줘서 좋아요.',
      '스스로 한 답으로만 말할 수 있으니, 어울리는 부분을 골라 볼게요.',
      '그쪽에서는 다르게 보일지 몰라도, 거울 쪽에서는 이렇게 보여요.',
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
      '아직 고른 말이 없는데, 그것도 하나의 대답이에요.',
      '아직 유리에 적힌 말이 없어서, 지금은 말 없이 지내요.',
    ],
    one: ['스스로에게 고른 한마디는 {words:이에요/예요}.', words.one[1]],
    several: [
      '스스로에게 고른 말은 {words:이에요/예요}.',
      '몇 마디만 고르라고 했을 때 스스로 꺼낸 말은 {words:이에요/예요}.',
      '조금 더 가까이 오면 유리에 적힌 {words:이/가} 보일 거예요.',
    ],
  },
  sketch: [
    '아직은 연습용 스케치일 뿐이니 첫눈에 본 모습으로 여겨 주세요.',
    '목소리가 하나뿐이라 저는 아직 연습용 스케치이고, 다른 목소리가 더해지면 또렷해질 거예요.',
  ],
  closing: [closing[0], '다른 사람도 같은 답을 할 것 같아요?', ...closing.slice(2)],
};
