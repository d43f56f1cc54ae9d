import type { Locale } from '../../../api/generated/schema';
import type { MessageText } from '../../../ui/messengerLinks';

// Friends read the invitation in the survey's language, which may differ from the owner's interface language.
// That is why it is not in messages/.
const invitations: Record<Locale, MessageText> = {
  EN: {
    subject: 'How do you see me?',
    text: 'How do you see me? It takes two minutes and it’s anonymous: not even I can see who said what.',
  },
  KO: {
    subject: '나 어떤 사람 같아?',
    text: '나 어떤 사람 같아? 2분, 익명! 누가 뭐라고 했는지는 나도 볼 수 없어.',
  },
  JA: {
    subject: '私って、どんな人に見える？',
    text: '私って、どんな人に見える？ 2分で終わる匿名アンケートです。誰が何と答えたかは、私にも見えません。',
  },
};

/**
 * The text that the owner sends with the link.
 * @param locale the survey's language
 */
export const invitationText = (locale: Locale): MessageText => invitations[locale];
