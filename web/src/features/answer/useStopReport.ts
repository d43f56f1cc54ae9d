import { onMounted, onUnmounted } from 'vue';
import type { Step } from '../../questionnaire/steps';

/**
 * Says at which step this visit to a survey ended, without who. A beacon, because the page may be closing: nothing waits
 * for it, and if it is lost, a number is one too small.
 */
function reportStop(slug: string, step: string): void {
  const body = new Blob([JSON.stringify({ step })], { type: 'application/json' });
  navigator.sendBeacon(`/s/${slug}/stop`, body);
}

/**
 * Reports once, when the page is left, at which step of the survey the visit ended.
 * @param step the current step; undefined before the first, and once the answers are on their way
 */
export function useStopReport(slug: string, step: () => Step | undefined): void {
  let isDone = false;
  function report(): void {
    const here = step();
    if (here === undefined || isDone) return;
    isDone = true;
    // Which of the open questions a friend got is theirs alone.
    reportStop(slug, here.kind === 'TEXT' ? 'TEXT' : here.id);
  }
  onMounted(() => addEventListener('pagehide', report));
  onUnmounted(() => {
    removeEventListener('pagehide', report);
    report();
  });
}
