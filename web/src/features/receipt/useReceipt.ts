import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { saveFile } from '../../device/saveFile';
import { storedReceipts } from '../../device/storedReceipts';
import { ReceiptDocument } from './operations/generated/Receipt';
import { WithdrawDocument } from './operations/generated/Withdraw';
import { answersWithQuestions, parseReceipt } from './rules/receipt';

type ReceiptState = 'ask' | 'loading' | 'failed' | 'unknown' | 'ready' | 'withdrawn';

/**
 * The answers to a friend's survey, for the holder of the receipt. The receipt is in the fragment of the
 * address, where no server logs it.
 */
export function useReceipt() {
  const route = useRoute();
  const router = useRouter();
  const receipt = computed(() => parseReceipt(route.hash));
  const isAbsent = (): boolean => receipt.value === undefined;
  const loaded = useLoaded(ReceiptDocument, () => ({ receipt: receipt.value ?? '' }), isAbsent);
  const withdrawing = useAction(WithdrawDocument);
  /**
   * Set after a withdrawal, with the survey's slug if this device knows it: the survey can be answered again.
   */
  const withdrawal = ref<{ slug: string | undefined } | null>(null);
  watch(receipt, () => (withdrawal.value = null));

  const response = computed(() => (isAbsent() ? undefined : loaded.data.value?.responseByReceipt));
  const state = computed((): ReceiptState => {
    if (withdrawal.value !== null) return 'withdrawn';
    if (isAbsent()) return route.hash === '' ? 'ask' : 'unknown';
    if (loaded.state.value !== 'failed') return loaded.state.value;
    return loaded.failure.value?.code === 'NOT_FOUND' ? 'unknown' : 'failed';
  });

  return {
    state,
    response,
    answers: computed(() =>
      response.value ? answersWithQuestions(response.value.questions, response.value.answers) : [],
    ),
    failure: loaded.failure,
    reload: loaded.reload,
    /** The receipts on this device, to choose from. */
    receipts: computed(() => (state.value === 'ask' ? storedReceipts.all() : [])),
    withdrawing,
    withdrawal,
    openReceipt: (pasted: string) => router.push({ path: route.path, hash: `#${pasted}` }),
    /** Saves the response as JSON, as the server sent it: everything that is kept of it, apart from the receipt. */
    download(): void {
      const { value } = response;
      if (value === undefined) return;
      saveFile('re-mirai-my-answers.json', 'application/json', JSON.stringify(value, null, 1));
    },
    async withdraw(): Promise<void> {
      const known = receipt.value;
      if (known === undefined) return;
      const done = await withdrawing.run({ receipt: known });
      // Withdrawn already by another tab, which is what was wanted.
      if (done === undefined && withdrawing.failure.value?.code !== 'NOT_FOUND') return;
      const slug = storedReceipts.all().find((one) => one.receipt === known)?.slug;
      storedReceipts.forget(known);
      withdrawal.value = { slug };
    },
  };
}
