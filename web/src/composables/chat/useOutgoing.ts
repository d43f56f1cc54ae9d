import { ref } from 'vue';
import type { Failure } from '../../api/failure';
import { storage } from '../../device/storage';
import { openMessageOutbox, type OutboxMessage } from '../../talking/outbox';
import { useMessageLocks } from './useOwnKeys';

/** A message that is being sent. */
export interface OutgoingMessage extends OutboxMessage {
  /** `stuck`: its author has to retry. */
  state: 'sending' | 'waiting' | 'stuck';
  failure: Failure | null;
  tries: number;
}

/** The messages that this tab has to send, in order. They are stored on the device until they are dropped. */
export function useOutgoingMessages(personaId: string) {
  const outgoing = ref<OutgoingMessage[]>([]);
  const outbox = openMessageOutbox(storage, personaId);
  const keys = useMessageLocks();

  const isShown = (clientKey: string): boolean => outgoing.value.some((one) => one.clientKey === clientKey);
  const show = (entry: OutboxMessage): number =>
    outgoing.value.push({ ...entry, state: 'waiting', failure: null, tries: 0 });
  return {
    outgoing,
    /** Adds a message without waiting for its lock: no other tab can know its key yet. */
    add(entry: OutboxMessage): void {
      outbox.keep(entry);
      show(entry);
      void keys.take(entry.clientKey).then(() => isShown(entry.clientKey) || keys.release(entry.clientKey));
    },
    /** Takes over messages from before a reload, or from a closed tab. */
    async adopt(): Promise<void> {
      for (const entry of outbox.all())
        if (!isShown(entry.clientKey) && (await keys.take(entry.clientKey))) show(entry);
    },
    change(clientKey: string, next: Partial<OutgoingMessage>): void {
      const one = outgoing.value.find((candidate) => candidate.clientKey === clientKey);
      if (one) Object.assign(one, next);
    },
    drop(clientKey: string): void {
      outbox.forget(clientKey);
      keys.release(clientKey);
      outgoing.value = outgoing.value.filter((one) => one.clientKey !== clientKey);
    },
  };
}
