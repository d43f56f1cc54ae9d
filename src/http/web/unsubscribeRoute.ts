import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpDependencies } from '../dependencies.js';
import { HttpRefusal } from '../errors/errorReply.js';
import { escapeHtml } from '../escapeHtml.js';
import { acceptedLanguage, type Language } from '../request.js';

const MAX_BODY_BYTES = 1024;

interface Wording {
  question: string;
  button: string;
  done: string;
  doneText: string;
}

const wordings: Record<Language, Wording> = {
  en: {
    question: 'Turn off email notifications?',
    button: 'Turn off',
    done: 'Email notifications are off',
    doneText: 'You can turn them on again in the settings of Re:MirAI.',
  },
  ko: {
    question: '이메일 알림을 끌까요?',
    button: '끄기',
    done: '이메일 알림을 껐어요',
    doneText: 'Re:MirAI 설정에서 언제든 다시 켤 수 있어요.',
  },
  ja: {
    question: 'メール通知をオフにしますか？',
    button: 'オフにする',
    done: 'メール通知をオフにしました',
    doneText: 'Re:MirAIの設定で、いつでもオンに戻せます。',
  },
};

const page = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="dark light">
<title>${escapeHtml(title)} · Re:MirAI</title>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</html>
`;

const send = (request: FastifyRequest, reply: FastifyReply, isDone: boolean): FastifyReply => {
  const language = acceptedLanguage(request.headers['accept-language']);
  const { question, button, done, doneText } = wordings[language];
  const html = isDone
    ? page(language, done, `<p>${escapeHtml(doneText)}</p>`)
    : page(language, question, `<form method="post"><button>${escapeHtml(button)}</button></form>`);
  void reply.headers({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
  return reply.type('text/html; charset=utf-8').send(html);
};

/**
 * `/unsubscribe/:token`, the link in e-mails. GET asks, because programs that check mail open every link. POST turns
 * the e-mails off: a mail program sends it on one click (RFC 8058), and the page when its button is pressed.
 */
export async function unsubscribeRoute(
  app: FastifyInstance,
  { unsubscribe }: HttpDependencies,
): Promise<void> {
  await app.register(async (own) => {
    // A form, which no other route takes. The token in the address is the permission.
    own.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
      (_request, _body, done) => done(null, null),
    );
    own.get<{ Params: { token: string } }>('/unsubscribe/:token', async (request, reply) => {
      if (!unsubscribe.isKnown(request.params.token)) throw new HttpRefusal(404);
      return send(request, reply, false);
    });
    own.post<{ Params: { token: string } }>('/unsubscribe/:token', async (request, reply) => {
      if (!(await unsubscribe.turnOff(request.params.token))) throw new HttpRefusal(404);
      return send(request, reply, true);
    });
  });
}
