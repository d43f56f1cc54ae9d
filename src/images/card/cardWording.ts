import type { Locale } from '../../locale.js';
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
