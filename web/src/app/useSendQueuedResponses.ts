import { onMounted } from 'vue';
import { responseOutbox } from '../features/answer/rules/responseOutbox';

/** Sends responses that were submitted offline, on whichever page the app is opened next. */
export function useSendQueuedResponses(): void {
  onMounted(async () => {
    const waiting = responseOutbox.slugs().filter((slug) => responseOutbox.of(slug)?.state === 'waiting');
    if (waiting.length === 0) return;
    const { submissionQueue } = await import('../features/answer/rules/submissionQueue');
    await Promise.all(waiting.map(submissionQueue.deliver));
  });
}
