import { type DirectBook, ownDescriptions } from '../directBook.js';
import { directKo } from './direct.js';

/** Practice mode: only the person has answered. */
export const directOwnKo: DirectBook = {
  ...directKo,
  descriptions: ownDescriptions(directKo.descriptions, '친구들이 그린 저는', '스스로 한 답이 그린 저는'),
  tooFew: [
    '아직은 말할 수 없어요, 스스로 한 답에 그게 나타나지 않거든요.',
    '거울의 그 부분은 아직 어두워요, 답이 그 부분을 비워 두었거든요.',
  ],
  chosen: ['네, {words:은/는} 스스로 고른 말이에요.', '스스로도 그렇게 말했어요, {words:을/를} 골랐거든요.'],
  authorsUnknown: [
    '아직 다른 사람은 아무도 답하지 않았어요, 그래서 그렇게 말한 사람도 없어요.',
    '지금 제 안에는 목소리가 하나뿐이고, 그건 스스로 답한 목소리예요.',
  ],
  unshown: [
    '스스로 한 답에는 그게 나타나지 않아서, 말하면 지어내는 게 돼요.',
    directKo.unshown[1],
    '그건 답에 없는 부분이라, 함부로 말하지 않을게요.',
  ],
};
