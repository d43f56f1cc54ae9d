import type { Locale } from '../../locale.js';
import type { CompatibilityLabel } from '../../measurement/compatibility/compatibility.js';
import { BREAK } from './fitText.js';

interface CardWording {
  /** Above the title. */
  seenBy: (name: string) => string;
  /** The same if the name is not shown. */
  seenByFriends: string;
  measuredFrom: (friends: number) => string;
  /** Beside the QR code: what the reader may find out too. */
  invitation: string;
}

/** The words that belong to the card itself. */
export const cardWording: Record<Locale, CardWording> = {
  EN: {
    seenBy: (name) => `How friends see ${name}`,
    seenByFriends: 'How my friends see me',
    measuredFrom: (friends) =>
      friends === 1
        ? 'Measured from 1\u00a0friend’s\u00a0answers'
        : `Measured from ${friends}\u00a0friends’\u00a0answers`,
    invitation: 'How do your friends see you?',
  },
  KO: {
    seenBy: (name) => `친구들이 본 ${name}`,
    seenByFriends: '친구들이 본 나',
    measuredFrom: (friends) => `${friends}명의 친구가 답했어요`,
    invitation: '친구들은 나를 어떻게 볼까?',
  },
  JA: {
    seenBy: (name) => `友だちから見た${name}`,
    seenByFriends: '友だちから見た私',
    measuredFrom: (friends) => `友だち${friends}人が答えてくれました`,
    invitation: `友だちから見た${BREAK}あなたは、${BREAK}どんな人？`,
  },
};

interface PictureWording {
  ask: (name: string) => string;
  /** The same if the name is not shown. */
  askMe: string;
  promise: string;
  mirrorOf: (name: string) => string;
  myMirror: string;
  invitation: string;
}

/** The words of the other pictures: the preview of a survey, and a shared reply. */
export const pictureWording: Record<Locale, PictureWording> = {
  EN: {
    ask: (name) => `How do you see ${name}?`,
    askMe: 'How do you see me?',
    promise: 'Two minutes, anonymous',
    mirrorOf: (name) => `${name}’s mirror`,
    myMirror: 'My mirror',
    invitation: cardWording.EN.invitation,
  },
  KO: {
    ask: (name) => `${name}님은 ${BREAK}어떤 사람인가요?`,
    askMe: '나 어떤 사람 같아?',
    promise: '2분, 익명',
    mirrorOf: (name) => `${name}님의 거울`,
    myMirror: '내 거울',
    invitation: cardWording.KO.invitation,
  },
  JA: {
    ask: (name) => `${name}さんは、${BREAK}どんな人？`,
    askMe: `私って、${BREAK}どんな人に${BREAK}見える？`,
    promise: '2分・匿名',
    mirrorOf: (name) => `${name}さんの鏡`,
    myMirror: '私の鏡',
    invitation: '友だちから見たあなたは、どんな人？',
  },
};

interface PairWording {
  pair: (mine: string, theirs: string) => string;
  /** The same if the names are not shown. */
  twoOfUs: string;
  /** The same as in the app. */
  labels: Record<CompatibilityLabel, string>;
}

/** The words of the picture of a comparison. */
export const pairWording: Record<Locale, PairWording> = {
  EN: {
    pair: (mine, theirs) => `${mine} and ${theirs}`,
    twoOfUs: 'The two of us',
    labels: {
      MIRROR: 'Mirror images',
      KINDRED: 'Kindred spirits',
      COMPLEMENT: 'Complementary',
      CONTRAST: 'Opposites',
    },
  },
  KO: {
    pair: (mine, theirs) => `${mine}님과 ${theirs}님`,
    twoOfUs: '우리 둘',
    labels: {
      MIRROR: '판박이',
      KINDRED: '닮은꼴',
      COMPLEMENT: '서로 채워 주는 사이',
      CONTRAST: '정반대',
    },
  },
  JA: {
    pair: (mine, theirs) => `${mine}さんと${BREAK}${theirs}さん`,
    twoOfUs: '私たちふたり',
    labels: {
      MIRROR: 'そっくり',
      KINDRED: '似た者どうし',
      COMPLEMENT: '補い合うふたり',
      CONTRAST: '正反対',
    },
  },
};
