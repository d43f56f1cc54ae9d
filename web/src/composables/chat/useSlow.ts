import { onScopeDispose, ref } from 'vue';

/** A model may think for a while; longer than this is worth a word. */
const SLOW_MS = 9_000;

/** Whether something that was expected is late. */
export function useSlow() {
  const isSlow = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  function rest(): void {
    clearTimeout(timer);
    isSlow.value = false;
  }
  onScopeDispose(rest);
  return {
    isSlow,
    rest,
    /** From now on. */
    expect(): void {
      rest();
      timer = setTimeout(() => (isSlow.value = true), SLOW_MS);
    },
  };
}
