import { shallowReactive } from 'vue';
import { mutateWithTimeout } from '../../../api/mutateWithTimeout';
import { interruptibleWait } from '../../../api/wait';
import { storedReceipts } from '../../../device/storedReceipts';
import { answerGem } from '../../../questionnaire/answerGem';
import { drafts } from '../../../questionnaire/drafts';
import { SubmitResponseDocument } from '../operations/generated/SubmitResponse';
import { responseOutbox } from './responseOutbox';
import { isResolvable, responseRetry } from './responseRetry';

type DeliveryState = 'sending' | 'waiting';

/** The deliveries of this tab, by slug. */
const deliveries = shallowReactive(new Map<string, DeliveryState>());
/** Ends the current wait of a delivery, by slug. */
const waitEnds = new Map<string, () => void>();

/** Sends the responses of the outbox to the server, however long it takes. */
export const submissionQueue = {
  deliveries: deliveries as ReadonlyMap<string, DeliveryState>,
  /**
   * Sends a waiting response, once at a time. Two tabs may both do it: the server counts the response once.
   */
  async deliver(slug: string): Promise<void> {
    if (deliveries.has(slug)) return;
    deliveries.set(slug, 'sending');
    try {
      await sendUntilSettled(slug);
    } finally {
      deliveries.delete(slug);
      waitEnds.delete(slug);
    }
  },
  /** Retries now instead of after the wait. */
  retryNow: (slug: string): void => waitEnds.get(slug)?.(),
};

async function sendUntilSettled(slug: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const pending = responseOutbox.of(slug);
    // Another tab has delivered it.
    if (pending?.state !== 'waiting') return;
    deliveries.set(slug, 'sending');
    const answer = await mutateWithTimeout(SubmitResponseDocument, { input: pending.input });
    if (!('code' in answer)) {
      // The draft is removed last, so that a crash in between leaves either it or the receipt.
      const { ownerName, locale, input } = pending;
      const gem = answerGem(input.answers);
      storedReceipts.store({ slug, receipt: answer.submitResponse.receipt, ownerName, locale, gem });
      responseOutbox.forget(slug);
      return drafts.forget(slug);
    }
    const retry = responseRetry(answer, tries, Math.random());
    if (retry.next === 'refused') {
      if (!isResolvable(retry.code)) drafts.forget(slug);
      return responseOutbox.store(slug, { state: 'refused', code: retry.code });
    }
    deliveries.set(slug, 'waiting');
    const wait = interruptibleWait(retry.inMs, answer.code === 'OFFLINE');
    waitEnds.set(slug, wait.end);
    await wait.ended;
  }
}
