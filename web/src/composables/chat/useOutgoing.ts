import { ref } from 'vue';
import type { Failure } from '../../api/failure';
import { openOutbox, type Kept } from '../../talking/outbox';
import { useOwnKeys } from './useOwnKeys';

/** A message on its way. */
export interface Outgoing extends Kept {
  /** `stuck`: its owner has to try again. */
  state: 'sending' | 'waiting' | 'stuck';
  failure: Failure | null;
  tries: number;
}

/** What this tab has to send, in order; kept on the device until it is dropped. */
export function useOutgoing(personaId: string) {
  const outgoing = ref<Outgoing[]>([]);
  const outbox = openOutbox(localStorage, personaId);
  const keys = useOwnKeys();

  async function show(entry: Kept): Promise<void> {
    if (!(await keys.take(entry.clientKey))) return;
    outgoing.value.push({ ...entry, state: 'waiting', failure: null, tries: 0 });
  }
  return {
    outgoing,
    async add(entry: Kept): Promise<void> {
      outbox.keep(entry);
      await show(entry);
    },
    /** Takes over what was said before a reload, or by a tab that is gone. */
    async adopt(): Promise<void> {
      for (const entry of outbox.all()) await show(entry);
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
