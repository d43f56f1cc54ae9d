import { onMounted } from 'vue';
import { outbox } from '../answering/outbox';

/** Sends responses that were submitted offline, on whichever page the app is opened next. */
export function useQueuedAnswers(): void {
  onMounted(async () => {
    const waiting = outbox.slugs().filter((slug) => outbox.of(slug)?.state === 'waiting');
    if (waiting.length === 0) return;
    const { postman } = await import('../answering/postman');
    await Promise.all(waiting.map(postman.deliver));
  });
}
