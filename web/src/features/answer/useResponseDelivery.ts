import { computed, onUnmounted, shallowRef, watch } from 'vue';
import { storedReceipts } from '../../device/storedReceipts';
import { type PendingResponse, responseOutbox } from './rules/responseOutbox';
import { submissionQueue } from './rules/submissionQueue';

/**
 * The state of this device's response to a survey, in any tab: its receipt, its refusal, or the progress of
 * its delivery.
 */
export function useResponseDelivery(slug: string) {
  const receipt = shallowRef(storedReceipts.of(slug));
  const pendingResponse = shallowRef<PendingResponse | null>(responseOutbox.of(slug));
  const refresh = (): void => {
    receipt.value = storedReceipts.of(slug);
    pendingResponse.value = responseOutbox.of(slug);
  };
  const stops = [storedReceipts.follow(refresh), responseOutbox.follow(slug, refresh)];
  onUnmounted(() => stops.forEach((stop) => stop()));
  const delivery = computed(() => submissionQueue.deliveries.get(slug));
  watch(delivery, refresh);

  return {
    receipt,
    pendingResponse,
    /** True while a request is in flight; false while the next attempt is waited for. */
    isSending: computed(() => delivery.value === 'sending'),
    async send(response: Extract<PendingResponse, { state: 'waiting' }>): Promise<void> {
      responseOutbox.store(slug, response);
      refresh();
      await submissionQueue.deliver(slug);
    },
    /** Retries now instead of after the wait. */
    retryNow: (): void => submissionQueue.retryNow(slug),
    /** Discards a refused response, so that its answers can be changed. */
    discard(): void {
      responseOutbox.forget(slug);
      refresh();
    },
  };
}
