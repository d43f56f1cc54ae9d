import type { Locale } from '../../../api/generated/schema';
import type { MessageText } from '../../../ui/messengerLinks';

// In the persona's language, like the page that the link leads to. That is why it is not in messages/.
const texts: Record<Locale, (title: string) => MessageText> = {
  EN: (title) => ({
    subject: 'How my friends see me',
    text: `My friends answered anonymously, and this is how they see me: “${title}”. How do yours see you?`,
  }),
  KO: (title) => ({
    subject: '친구들이 본 내 모습',
    text: `친구들이 익명으로 답해 준 내 모습이야. ‘${title}’! 친구들은 너를 어떻게 볼까?`,
  }),
  JA: (title) => ({
    subject: '友だちから見た私',
    text: `友だちに匿名で答えてもらったら、私は「${title}」でした。あなたは、友だちからどう見えてる？`,
  }),
};

/** What the owner sends with the link of a published persona. */
export const shareText = (locale: Locale, title: string): MessageText => texts[locale](title);

export const cardSizes = ['story', 'square', 'og'] as const;
export type CardSize = (typeof cardSizes)[number];

/**
 * Where a published persona's share card is, and the name that it gets on the device.
 * @param publicUrl the path is relative, so that it works under every name of the server
 * @param revision of the persona: a changed one has another card, which no cache may hide
 */
export const cardFile = (
  publicUrl: string,
  size: CardSize,
  revision: number,
): { path: string; name: string } => ({
  path: `${new URL(publicUrl).pathname}/card.png?size=${size}&v=${revision}`,
  name: `re-mirai-${size}.png`,
});
