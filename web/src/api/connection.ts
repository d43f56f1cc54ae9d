import { readonly, ref } from 'vue';

export type Connection = 'idle' | 'connected' | 'reconnecting' | 'offline';

const state = ref<Connection>(navigator.onLine ? 'idle' : 'offline');

addEventListener('offline', () => (state.value = 'offline'));
addEventListener('online', () => {
  if (state.value === 'offline') state.value = 'idle';
});

/** How this device stands to the server: what the quiet note at the top says. */
export const connection = readonly(state);

/** Told by the socket. While the device itself is offline, that is the truer word. */
export function connectionIs(next: Exclude<Connection, 'offline'>): void {
  if (state.value !== 'offline' || next === 'connected') state.value = next;
}
