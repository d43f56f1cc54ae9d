import { onScopeDispose, ref } from 'vue';

/** A model may take a while. A longer wait is worth a notice. */
const SLOW_MS = 9_000;

/** Whether something expected is late. */
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
    /** Starts waiting anew. */
    expect(): void {
      rest();
      timer = setTimeout(() => (isSlow.value = true), SLOW_MS);
    },
  };
}
