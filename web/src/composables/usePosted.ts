import { computed, onUnmounted, shallowRef, watch } from 'vue';
import { keptReceipts } from '../answering/keptReceipts';
import { outbox, type Posted } from '../answering/outbox';
import { postman } from '../answering/postman';

/** What became of this device's response to a survey, in whichever tab: its receipt, or how far it is. */
export function usePosted(slug: string) {
  const receipt = shallowRef(keptReceipts.of(slug));
  const posted = shallowRef<Posted | null>(outbox.of(slug));
  const look = (): void => {
    receipt.value = keptReceipts.of(slug);
    posted.value = outbox.of(slug);
  };
  const ends = [keptReceipts.follow(look), outbox.follow(slug, look)];
  onUnmounted(() => ends.forEach((end) => end()));
  const delivery = computed(() => postman.underway.get(slug));
  watch(delivery, look);

  return {
    receipt,
    posted,
    /** True while it is asked whether it arrived; false while it waits for a better moment. */
    isSending: computed(() => delivery.value === 'sending'),
    async send(parcel: Extract<Posted, { state: 'waiting' }>): Promise<void> {
      outbox.put(slug, parcel);
      look();
      await postman.deliver(slug);
    },
    hurry: (): void => postman.hurry(slug),
    /** Back to the answers, to mend what was refused. */
    takeBack(): void {
      outbox.forget(slug);
      look();
    },
  };
}
