import { ref } from 'vue';
import type { Failure } from '../../api/failure';
import { storage } from '../../device/storage';
import { openOutbox, type Kept } from '../../talking/outbox';
import { useOwnKeys } from './useOwnKeys';

/** A message that is being sent. */
export interface Outgoing extends Kept {
  /** `stuck`: its author has to retry. */
  state: 'sending' | 'waiting' | 'stuck';
  failure: Failure | null;
  tries: number;
}

/** The messages that this tab has to send, in order. They are stored on the device until they are dropped. */
export function useOutgoing(personaId: string) {
  const outgoing = ref<Outgoing[]>([]);
  const outbox = openOutbox(storage, personaId);
  const keys = useOwnKeys();

  const isShown = (clientKey: string): boolean => outgoing.value.some((one) => one.clientKey === clientKey);
  const show = (entry: Kept): number =>
    outgoing.value.push({ ...entry, state: 'waiting', failure: null, tries: 0 });
  return {
    outgoing,
    /** Adds a message without waiting for its lock: no other tab can know its key yet. */
    add(entry: Kept): void {
      outbox.keep(entry);
      show(entry);
      void keys.take(entry.clientKey).then(() => isShown(entry.clientKey) || keys.release(entry.clientKey));
    },
    /** Takes over messages from before a reload, or from a closed tab. */
    async adopt(): Promise<void> {
      for (const entry of outbox.all())
        if (!isShown(entry.clientKey) && (await keys.take(entry.clientKey))) show(entry);
    },
    change(clientKey: string, next: Partial<Outgoing>): void {
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
