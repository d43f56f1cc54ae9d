import { pipeline, Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Claim, Outcome } from './outcome.js';

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;

/** An e-mail to one person. */
export interface Mail {
  /** Of the recipient. */
  address: string;
  subject: string;
  text: string;
  html: string;
  /** First part of the Message-ID. The same for the same notification, so that a mailbox recognizes a repeat. */
  id: string;
  /** Language of the texts, as in `lang`. */
  language: string;
  /** Where a mail program ends the subscription with one POST (RFC 8058). */
  unsubscribeUrl: string;
}

/** Hands e-mails to the configured mail server. */
export interface Mailer {
  send(mail: Mail, claim: Claim): Promise<Outcome>;
}

/** What an SMTP error says, if the message had not been handed over as a whole. */
function refusalOf(error: unknown): Outcome {
  const { responseCode } = error as { responseCode?: number };
  return responseCode !== undefined && responseCode >= 500 ? 'REFUSED' : 'LATER';
}

/**
 * Passes a message on, but its end only when `end` allows it. That is asked when the mail server has the rest: a message is
 * composed as a whole before the server is asked whether it takes any.
 */
function withheldEnd(end: () => Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, next) => next(null, chunk),
    flush(next) {
      const ask = (): void => void end().then(() => next(), next);
      if (this.readableFlowing === true) ask();
      else this.once('resume', ask);
    },
  });
}

/**
 * @param settings `url` is `smtp://user:password@host:587` or `smtps://`; `from` is the sender's address;
 *   `host` is the last part of the Message-ID
 */
export function createMailer(settings: { url: string; from: string; host: string }): Mailer {
  return {
    async send({ address, subject, text, html, id, language, unsubscribeUrl }, claim) {
      const transport = createTransport({
        url: settings.url,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      let claiming: Promise<boolean> | undefined;
      let [isHandedOver, isBroken] = [false, false];
      /** Holds the message's end back until it is claimed: before its end, the server cannot have accepted it. */
      const end = async (): Promise<void> => {
        const isClaimed = await (claiming = claim());
        if (!isClaimed || isBroken) throw new Error('The message is not sent.');
        isHandedOver = true;
      };
      transport.use('stream', (mail, done) => {
        // Errors reach nodemailer through the stream that it reads.
        mail.message.processFunc((input) => pipeline(input, withheldEnd(end), () => undefined));
        done();
      });
      try {
        await transport.sendMail({
          // As an object: a name with a colon would be read as a group of addresses.
          from: { name: 'Re:MirAI', address: settings.from },
          to: { name: '', address },
          subject,
          text,
          html,
          messageId: `<${id}@${settings.host}>`,
          headers: {
            'Content-Language': language,
            'Auto-Submitted': 'auto-generated',
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        });
        return 'SENT';
      } catch (error) {
        isBroken = true;
        // Not before it is known. A connection that broke meanwhile took no message.
        if ((await claiming) === false) return 'UNCLAIMED';
        const answered = (error as { responseCode?: number }).responseCode !== undefined;
        return isHandedOver && !answered ? 'UNKNOWN' : refusalOf(error);
      } finally {
        transport.close();
      }
    },
  };
}
