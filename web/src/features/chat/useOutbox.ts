import { onScopeDispose, ref } from 'vue';
import type { Failure } from '../../api/failure';
import { mutateWithTimeout } from '../../api/mutateWithTimeout';
import { interruptibleWait } from '../../api/wait';
import { randomToken } from '../../device/deviceToken';
import { locks } from '../../device/locks';
import { storage } from '../../device/storage';
import { SendMessageDocument, type SendMessageMutation } from './operations/generated/SendMessage';
import { openMessageOutbox, type OutboxMessage } from './rules/messageOutbox';
import { messageRetry, messageRetryDelay } from './rules/messageRetry';

/** A message and its reply, as the server has them. */
type Turn = SendMessageMutation['sendMessage'];

/** A message that is being sent. */
export interface OutgoingMessage extends OutboxMessage {
  /** `stuck`: its author has to retry. */
  state: 'sending' | 'waiting' | 'stuck';
  failure: Failure | null;
  tries: number;
}

/**
 * Sends messages, one after the other, until the server has them. It survives a lost network and a reload.
 * @param hooks `onAccepted`: the server has accepted a message. `onRefused`: it has refused one for good, and
 * why
 */
export function useOutbox(
  personaId: string,
  hooks: { onAccepted(turn: Turn): void; onRefused(text: string, failure: Failure): void },
) {
  const { outgoing, add, adopt, change, drop } = useOutgoingMessages(personaId);
  let inFlight: Promise<unknown> = Promise.resolve();
  let endWait = (): void => {};
  let isSending = false;
  let isDisposed = false;

  async function attempt({ clientKey, text, at, tries }: OutgoingMessage): Promise<void> {
    change(clientKey, { state: 'sending' });
    const sending = sendMessage(personaId, { clientKey, text, at });
    inFlight = sending;
    const answer = await sending;
    if ('reply' in answer) {
      drop(clientKey);
      return hooks.onAccepted(answer);
    }
    const next = messageRetry(answer.code);
    if (next === 'returnToDraft') {
      drop(clientKey);
      return hooks.onRefused(text, answer);
    }
    change(clientKey, { state: next === 'retry' ? 'waiting' : 'stuck', failure: answer, tries: tries + 1 });
    if (next === 'askAuthor') return;
    const wait = interruptibleWait(messageRetryDelay(tries + 1, answer.retryAfter));
    endWait = wait.end;
    await wait.ended;
  }
  const nextToSend = (): OutgoingMessage | undefined => outgoing.value.find(({ state }) => state !== 'stuck');
  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let next = nextToSend(); next !== undefined && !isDisposed; next = nextToSend())
        await attempt(next);
    } finally {
      isSending = false;
    }
  }
  async function resume(): Promise<void> {
    endWait();
    await adopt();
    await sendAll();
  }
  const onOnline = (): void => void resume();
  addEventListener('online', onOnline);
  onScopeDispose(() => {
    isDisposed = true;
    endWait();
    removeEventListener('online', onOnline);
  });
  return {
    outgoing,
    /** @param clientKey of an earlier attempt that may have arrived */
    async send(text: string, clientKey: string = randomToken()): Promise<void> {
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
    awaitInFlight: async (): Promise<void> => void (await inFlight),
  };
}

/** Sends a message once. */
async function sendMessage(personaId: string, { clientKey, text }: OutboxMessage): Promise<Turn | Failure> {
  const answer = await mutateWithTimeout(SendMessageDocument, { personaId, text, clientKey });
  return 'code' in answer ? answer : answer.sendMessage;
}

/** The messages that this tab has to send, in order. They are stored on the device until they are dropped. */
function useOutgoingMessages(personaId: string) {
  const outgoing = ref<OutgoingMessage[]>([]);
  const outbox = openMessageOutbox(storage, personaId);
  const locks = useMessageLocks();

  const isShown = (clientKey: string): boolean => outgoing.value.some((one) => one.clientKey === clientKey);
  const show = (entry: OutboxMessage): number =>
    outgoing.value.push({ ...entry, state: 'waiting', failure: null, tries: 0 });
  return {
    outgoing,
    /** Adds a message without waiting for its lock: no other tab can know its key yet. */
    add(entry: OutboxMessage): void {
      outbox.store(entry);
      show(entry);
      void locks.take(entry.clientKey).then(() => isShown(entry.clientKey) || locks.release(entry.clientKey));
    },
    /** Takes over messages from before a reload, or from a closed tab. */
    async adopt(): Promise<void> {
      for (const entry of outbox.all())
        if (!isShown(entry.clientKey) && (await locks.take(entry.clientKey))) show(entry);
    },
    change(clientKey: string, next: Partial<OutgoingMessage>): void {
      const one = outgoing.value.find((candidate) => candidate.clientKey === clientKey);
      if (one) Object.assign(one, next);
    },
    drop(clientKey: string): void {
      outbox.forget(clientKey);
      locks.release(clientKey);
      outgoing.value = outgoing.value.filter((one) => one.clientKey !== clientKey);
    },
  };
}

/**
 * The locks on stored messages that this tab may send. No two tabs show or send the same message, and the
 * messages of a closed tab are free again.
 */
function useMessageLocks() {
  const held = new Map<string, () => void>();
  let isDisposed = false;
  onScopeDispose(() => {
    isDisposed = true;
    for (const release of held.values()) release();
  });
  return {
    /** @returns whether this tab has just taken the lock */
    async take(clientKey: string): Promise<boolean> {
      if (held.has(clientKey)) return false;
      const release = await locks.hold(`mirai.chat.sending.${clientKey}`);
      if (isDisposed) release?.();
      else if (release !== null) held.set(clientKey, release);
      return release !== null && !isDisposed;
    },
    release(clientKey: string): void {
      held.get(clientKey)?.();
      held.delete(clientKey);
    },
  };
}
