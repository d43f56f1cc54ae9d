import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine. */
export interface LocalMailServer extends AsyncDisposable {
  /** For SMTP_URL. */
  url: string;
  /** What it accepted or was given as a whole, in order. */
  mails: ParsedMail[];
  /** Called before any of a message is taken. A promise waits. */
  beforeMessage(wait: () => Promise<void>): void;
  /** Called with each whole message; throws an error with `responseCode` to turn it away. A promise waits. */
  answerWith(decide: (mail: ParsedMail) => void | Promise<void>): void;
}

/** Starts a mail server that takes everything and delivers nothing. */
export async function startLocalMailServer(): Promise<LocalMailServer> {
  let answer: (mail: ParsedMail) => void | Promise<void> = () => {};
  let before: () => Promise<void> = () => Promise.resolve();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      void before().then(() => done());
    },
    onData(stream, _session, done) {
      simpleParser(stream)
        .then(async (mail) => {
          local.mails.push(mail);
          await answer(mail);
        })
        .then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  // A client that dies in the middle of a message is part of the tests.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const local: LocalMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    beforeMessage: (wait) => void (before = wait),
    answerWith: (decide) => void (answer = decide),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  };
  return local;
}
