/**
 * Says at which step this visit to a survey ended, without who. A beacon, because the page may be closing: nothing waits
 * for it, and if it is lost, a number is one too small.
 */
export function reportStop(slug: string, step: string): void {
  const body = new Blob([JSON.stringify({ step })], { type: 'application/json' });
  navigator.sendBeacon(`/s/${slug}/stop`, body);
}
