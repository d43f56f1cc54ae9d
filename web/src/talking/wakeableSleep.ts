/** A wait that can be cut short. */
export function wakeableSleep() {
  let wakeUp: (() => void) | undefined;
  return {
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: (): void => wakeUp?.(),
  };
}
