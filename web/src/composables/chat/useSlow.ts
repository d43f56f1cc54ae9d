import { onScopeDispose, ref } from 'vue';

/** A model may take a while. A longer wait is worth a notice. */
const SLOW_MS = 9_000;

/** Whether something expected is late. */
export function useSlowReplyNotice() {
  const isSlow = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  function stop(): void {
    clearTimeout(timer);
    isSlow.value = false;
  }
  onScopeDispose(stop);
  return {
    isSlow,
    rest: stop,
    /** Starts waiting anew. */
    expect(): void {
      stop();
      timer = setTimeout(() => (isSlow.value = true), SLOW_MS);
    },
  };
}
