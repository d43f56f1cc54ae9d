import type { Locale } from '../../graphql/generated/schema';

export interface Invitation {
  subject: string;
  text: string;
}

// Friends read the invitation in the survey's language, which may differ from the owner's interface language.
// That is why it is not in messages/.
const invitations: Record<Locale, Invitation> = {
  EN: {
    subject: 'How do you see me?',
    text: 'How do you see me? It takes two minutes and it is anonymous: not even I can tell who said what.',
  },
  KO: {
    subject: '나는 어떤 사람으로 보여요?',
    text: '저는 어떤 사람으로 보이나요? 2분이면 되고 익명이에요. 누가 뭐라고 했는지는 저도 알 수 없어요.',
  },
  JA: {
    subject: '私って、どう見えていますか？',
    text: '私って、どんな人に見えていますか？ 2分で終わる匿名のアンケートです。誰が何と答えたかは、私にもわかりません。',
  },
};

/**
 * The text that the owner sends with the link.
 * @param locale the survey's language
 */
export const invitationText = (locale: Locale): Invitation => invitations[locale];
