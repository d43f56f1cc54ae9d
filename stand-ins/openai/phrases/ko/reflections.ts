import type { ReflectionBook } from '../reflectionBook.js';

export const reflectionsKo: ReflectionBook = {
  traits: { E: '외향성', A: '우호성', C: '성실성', N: '정서적 민감성', I: '지성과 상상' },
  levels: {
    VERY_LOW: '대부분의 사람보다 훨씬 낮은 쪽',
    LOW: '대부분의 사람보다 낮은 쪽',
    TYPICAL: '대부분의 사람이 있는 가운데',
    HIGH: '대부분의 사람보다 높은 쪽',
    VERY_HIGH: '대부분의 사람보다 훨씬 높은 쪽',
  },
  agreement: {
    AGREE: '여기서는 답이 서로 맞아요.',
    MIXED: '여기서는 답이 일부만 서로 맞아요.',
    SPLIT: '여기서는 답이 둘로 갈려서, 초상에 두 모습을 함께 담아야 해요.',
    UNKNOWN: '답이 서로 얼마나 맞는지는 아직 알 수 없어요.',
  },
  traitLevel: [
    '{name}님의 {trait:은/는} {level}에 있어요.',
    '{trait:을/를} 재어 보면 {name}님은 {level}에 있어요.',
  ],
  word: ['{name}님 하면 가장 먼저 떠오르는 말은 {top:이에요/예요}.'],
  ownWord: ['{name}님이 가장 먼저 고른 말은 {top:이에요/예요}.'],
  quote: ['자유롭게 적은 글에 초상으로 옮길 장면이 있어요. {quote}'],
  image: ['그림으로 옮기면 {name}님은 이런 모습일 수 있어요. {image}.'],
  contrast: [
    '초상은 나란한 두 가지에 기댈 수 있어요. {trait:은/는} {level}, {other:은/는} {otherLevel}.',
    '{name}님다움은 {trait}({level}), 그리고 {other}({otherLevel}) 사이에 있어요.',
  ],
};
