import { readonly, ref } from 'vue';

type Connection = 'idle' | 'connected' | 'reconnecting' | 'offline';

const state = ref<Connection>(navigator.onLine ? 'idle' : 'offline');

/** The state of the connection to the server, which the note at the top shows. */
export const connection = readonly(state);

/**
 * Sets the state, as the socket sees it. While the device itself is offline, only `connected` overrides that.
 */
export function setConnection(next: Exclude<Connection, 'offline'>): void {
  if (state.value !== 'offline' || next === 'connected') state.value = next;
}

addEventListener('offline', () => (state.value = 'offline'));
addEventListener('online', () => {
  if (state.value === 'offline') state.value = 'idle';
});
