import type { Language } from '../request.js';

/** The texts of a page's head in one language, which link previews show. */
interface PageWording {
  /** As Open Graph names it. */
  locale: string;
  home: { title: string; description: string };
  survey: { title(name: string): string; description(name: string): string };
  invitation: { title: string; description: string };
  persona: {
    title(name: string, title: string): string;
    description(friends: number, archetype: string): string;
    cardAlt(name: string): string;
  };
  missingPersona: { title: string; text: string };
  /** The alternative text of the picture in previews. */
  pictureAlt: string;
  /** These three are the same as in the app. */
  traits: Record<string, string>;
  archetypes: Record<string, string>;
  rarity: Record<string, string>;
}

export const pageWordings: Record<Language, PageWording> = {
  en: {
    locale: 'en_US',
    home: {
      title: 'How do others see you?',
      description:
        'Three friends answer anonymously, in about two minutes each. Then your mirror appears: measured, not guessed.',
    },
    survey: {
      title: (name) => `How do you see ${name}?`,
      description: (name) => `Two minutes of taps, and anonymous: not even ${name} can see who said what.`,
    },
    invitation: {
      title: 'How alike are we?',
      description: 'Lay your mirror over mine: how our friends see us, side by side.',
    },
    persona: {
      title: (name, title) => `${name}: ${title}`,
      description: (friends, archetype) =>
        `${archetype}, as ${friends} friends see it. How do your friends see you?`,
      cardAlt: (name) => `A card with ${name}’s portrait, headline and five traits.`,
    },
    missingPersona: {
      title: 'This page isn’t public',
      text: 'It was made private or deleted, or the link is incomplete.',
    },
    pictureAlt: 'A mirror of cut glass in which the first facets light up.',
    traits: { E: 'Extraversion', A: 'Warmth', C: 'Orderliness', N: 'Sensitivity', I: 'Imagination' },
    archetypes: {
      PROTECTOR: 'The Protector',
      SAGE: 'The Sage',
      REBEL: 'The Rebel',
      ARTIST: 'The Artist',
      CAREGIVER: 'The Caregiver',
      MYSTIC: 'The Mystic',
      LEADER: 'The Leader',
      TRICKSTER: 'The Trickster',
    },
    rarity: { COMMON: 'Classic', RARE: 'Rare', EPIC: 'Epic', LEGENDARY: 'Legendary' },
  },
  ko: {
    locale: 'ko_KR',
    home: {
      title: '남들은 나를 어떻게 볼까?',
      description: '친구 3명이 2분씩 익명으로 답하면 내 거울이 나타나요. 짐작이 아니라 측정한 결과예요.',
    },
    survey: {
      title: (name) => `${name}님은 어떤 사람인가요?`,
      description: (name) => `2분이면 끝나는 익명 설문이에요. 누가 뭐라고 했는지는 ${name}님도 볼 수 없어요.`,
    },
    invitation: {
      title: '우리는 얼마나 닮았을까?',
      description: '친구들이 본 우리 둘의 모습을 나란히 비춰 봐요.',
    },
    persona: {
      title: (name, title) => `${name}: ${title}`,
      description: (friends, archetype) =>
        `친구 ${friends}명이 본 모습은 ‘${archetype}’. 친구들은 나를 어떻게 볼까요?`,
      cardAlt: (name) => `${name}님의 초상, 한 줄 소개와 다섯 가지 특성이 담긴 카드`,
    },
    missingPersona: {
      title: '공개된 페이지가 아니에요',
      text: '비공개로 바뀌었거나 삭제되었을 수 있어요. 링크가 일부 잘렸을 수도 있어요.',
    },
    pictureAlt: '첫 조각에 빛이 들어온 유리 거울',
    traits: { E: '외향성', A: '다정함', C: '꼼꼼함', N: '민감함', I: '상상력' },
    archetypes: {
      PROTECTOR: '수호자',
      SAGE: '현자',
      REBEL: '반항아',
      ARTIST: '예술가',
      CAREGIVER: '보살피는 이',
      MYSTIC: '신비가',
      LEADER: '리더',
      TRICKSTER: '장난꾼',
    },
    rarity: { COMMON: '클래식', RARE: '레어', EPIC: '에픽', LEGENDARY: '레전드' },
  },
  ja: {
    locale: 'ja_JP',
    home: {
      title: 'まわりから見た私って？',
      description: '友だち3人が約2分、匿名で答えると、あなたの鏡が現れます。推測ではなく、測定の結果です。',
    },
    survey: {
      title: (name) => `${name}さんは、どんな人？`,
      description: (name) => `2分で終わる匿名アンケートです。誰が何と答えたかは、${name}さんにも見えません。`,
    },
    invitation: {
      title: '私たち、どれくらい似てる？',
      description: '友だちから見たふたりの姿を、鏡で重ねてみませんか。',
    },
    persona: {
      title: (name, title) => `${name}：${title}`,
      description: (friends, archetype) =>
        `友だち${friends}人から見た姿は「${archetype}」。友だちから見たあなたは？`,
      cardAlt: (name) => `${name}さんの肖像、ひとこと、5つの特性が載ったカード`,
    },
    missingPersona: {
      title: 'このページは公開されていません',
      text: '非公開になったか、削除された可能性があります。リンクが途中で切れているかもしれません。',
    },
    pictureAlt: '最初の面に光がともったカットガラスの鏡',
    traits: {
      E: '外向性',
      A: '思いやり',
      C: 'きちょうめんさ',
      N: '感じやすさ',
      I: '想像力',
    },
    archetypes: {
      PROTECTOR: '守り手',
      SAGE: '賢者',
      REBEL: '反逆者',
      ARTIST: '芸術家',
      CAREGIVER: '世話をする人',
      MYSTIC: '神秘家',
      LEADER: 'リーダー',
      TRICKSTER: 'いたずら者',
    },
    rarity: {
      COMMON: '王道タイプ',
      RARE: 'レアタイプ',
      EPIC: '激レアタイプ',
      LEGENDARY: 'レジェンドタイプ',
    },
  },
};
