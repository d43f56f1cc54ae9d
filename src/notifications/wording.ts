import type { NotificationKind } from '../entities/notifications/Notification.js';
import type { Locale } from '../locale.js';

/** What a notification says outside the app. It names nobody: a locked screen shows it to everyone nearby. */
interface Wording {
  title: string;
  text: string;
}

/** The texts of notifications in one language. */
interface NotificationWording {
  kinds: Record<NotificationKind, Wording>;
  /** Label of the link in an e-mail. */
  open: string;
  /** Why the e-mail came. */
  why: string;
  /** Label of the link that ends the e-mails. */
  unsubscribe: string;
}

export const notificationWordings: Record<Locale, NotificationWording> = {
  EN: {
    kinds: {
      MIRROR_READY: {
        title: 'Your mirror is ready',
        text: 'Your friends have answered. See how they see you.',
      },
      MIRROR_CHANGED: { title: 'Your mirror has changed', text: 'New answers are in. See what’s different.' },
      MIRROR_FAILED: {
        title: 'We couldn’t finish your mirror',
        text: 'Something went wrong on our side. Open your mirror to see what you can do.',
      },
      COMPARISON_ACCEPTED: {
        title: 'Your invitation was accepted',
        text: 'You can now see how alike your two mirrors are.',
      },
    },
    open: 'Open Re:MirAI',
    why: 'You get this email because you turned on email notifications in Re:MirAI.',
    unsubscribe: 'Turn off these emails',
  },
  KO: {
    kinds: {
      MIRROR_READY: {
        title: '거울이 완성됐어요',
        text: '친구들의 답이 모였어요. 친구들 눈에 비친 내 모습을 확인해 보세요.',
      },
      MIRROR_CHANGED: {
        title: '거울이 달라졌어요',
        text: '새 답변이 모였어요. 무엇이 달라졌는지 확인해 보세요.',
      },
      MIRROR_FAILED: {
        title: '거울을 완성하지 못했어요',
        text: '저희 쪽에 문제가 생겼어요. 거울을 열어 다음에 할 수 있는 일을 확인해 주세요.',
      },
      COMPARISON_ACCEPTED: {
        title: '초대가 수락됐어요',
        text: '두 거울이 얼마나 닮았는지 지금 볼 수 있어요.',
      },
    },
    open: 'Re:MirAI 열기',
    why: 'Re:MirAI에서 이메일 알림을 켜 두셔서 보내 드린 메일이에요.',
    unsubscribe: '이메일 알림 끄기',
  },
  JA: {
    kinds: {
      MIRROR_READY: {
        title: '鏡ができました',
        text: '友だちの回答がそろいました。友だちの目にあなたがどう映っているか、見てみましょう。',
      },
      MIRROR_CHANGED: {
        title: '鏡が変わりました',
        text: '新しい回答が集まりました。どこが変わったか、見てみましょう。',
      },
      MIRROR_FAILED: {
        title: '鏡を完成できませんでした',
        text: 'こちらで問題が起きました。鏡を開いて、次にできることをご確認ください。',
      },
      COMPARISON_ACCEPTED: {
        title: '招待が承諾されました',
        text: 'ふたつの鏡がどれだけ似ているか、見られるようになりました。',
      },
    },
    open: 'Re:MirAIを開く',
    why: 'Re:MirAIでメール通知をオンにしているため、お送りしました。',
    unsubscribe: 'メール通知をオフにする',
  },
};
