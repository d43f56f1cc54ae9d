import { interruptibleWait } from '../api/backoff';

/** A wait that can be cut short. */
export function wakeableSleep() {
  let wakeUp: (() => void) | undefined;
  return {
    sleep(milliseconds: number): Promise<void> {
      const wait = interruptibleWait(milliseconds, false);
      wakeUp = wait.end;
      return wait.ended;
    },
    wake: (): void => wakeUp?.(),
  };
}
