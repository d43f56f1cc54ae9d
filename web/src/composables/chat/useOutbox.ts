import { onScopeDispose } from 'vue';
import type { Failure } from '../../api/failure';
import { messageRetry } from '../../talking/afterRefusal';
import { messageRetryDelay } from '../../talking/waitBeforeRetry';
import { wakeableSleep } from '../../talking/wakeableSleep';
import { sendMessage, type Turn } from './sendKept';
import { type OutgoingMessage, useOutgoingMessages } from './useOutgoing';

/**
 * Sends messages, one after the other, until the server has them. It survives a lost network and a reload.
 * @param on `taken`: the server has accepted a message. `givenBack`: it has refused one for good, and why
 */
export function useOutbox(
  personaId: string,
  on: { taken(turn: Turn): void; givenBack(text: string, failure: Failure): void },
) {
  const { outgoing, add, adopt, change, drop } = useOutgoingMessages(personaId);
  const { sleep, wake } = wakeableSleep();
  let inFlight: Promise<unknown> = Promise.resolve();
  let isSending = false;
  let isDisposed = false;

  async function attempt({ clientKey, text, at, tries }: OutgoingMessage): Promise<void> {
    change(clientKey, { state: 'sending' });
    const sent = sendMessage(personaId, { clientKey, text, at });
    inFlight = sent;
    const answer = await sent;
    const next = 'reply' in answer ? 'taken' : messageRetry(answer.code);
    if (next === 'taken' || next === 'giveBack') drop(clientKey);
    if ('reply' in answer) return on.taken(answer);
    if (next === 'giveBack') return on.givenBack(text, answer);
    change(clientKey, { state: next === 'wait' ? 'waiting' : 'stuck', failure: answer, tries: tries + 1 });
    if (next === 'wait') await sleep(messageRetryDelay(tries + 1, answer.retryAfter));
  }
  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let next = first(); next !== undefined && !isDisposed; next = first()) await attempt(next);
    } finally {
      isSending = false;
    }
  }
  const first = (): OutgoingMessage | undefined => outgoing.value.find(({ state }) => state !== 'stuck');
  async function resume(): Promise<void> {
    wake();
    await adopt();
    await sendAll();
  }
  const onOnline = (): void => void resume();
  addEventListener('online', onOnline);
  onScopeDispose(() => {
    isDisposed = true;
    wake();
    removeEventListener('online', onOnline);
  });
  return {
    outgoing,
    /** @param clientKey of an earlier attempt that may have arrived */
    async send(text: string, clientKey: string = crypto.randomUUID()): Promise<void> {
      add({ clientKey, text, at: Date.now() });
      await sendAll();
    },
    async retry(clientKey: string): Promise<void> {
      change(clientKey, { state: 'waiting', failure: null });
      await sendAll();
    },
    drop,
    /** Sends the stored messages now: at the start, and when a reason to wait has ended. */
    resume,
    /** Resolves when the message in flight has been answered or has failed. */
    settled: async (): Promise<void> => void (await inFlight),
  };
}
