import { shallowReactive } from 'vue';
import { interruptibleWait } from '../../../api/connection';
import { mutateWithTimeout } from '../../../api/mutateWithTimeout';
import { storedReceipts } from '../../../device/storedReceipts';
import { drafts } from '../../../questionnaire/drafts';
import { SubmitResponseDocument } from '../operations/generated/SubmitResponse';
import { responseOutbox } from './responseOutbox';
import { isResolvable, responseRetry } from './responseRetry';

export type Delivery = 'sending' | 'waiting';

/** The deliveries of this tab, by slug. */
const underway = shallowReactive(new Map<string, Delivery>());
/** Ends the current wait of a delivery, by slug. */
const endWait = new Map<string, () => void>();

async function sendUntilSettled(slug: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const pending = responseOutbox.of(slug);
    // Another tab has delivered it.
    if (pending?.state !== 'waiting') return;
    underway.set(slug, 'sending');
    const answer = await mutateWithTimeout(SubmitResponseDocument, { input: pending.input });
    if (!('code' in answer)) {
      // The draft is removed last, so that a crash in between leaves either it or the receipt.
      const { ownerName, locale } = pending;
      storedReceipts.keep({ slug, receipt: answer.submitResponse.receipt, ownerName, locale });
      responseOutbox.forget(slug);
      return drafts.forget(slug);
    }
    const after = responseRetry(answer, tries, Math.random());
    if (after.next === 'refused') {
      if (!isResolvable(after.code)) drafts.forget(slug);
      return responseOutbox.put(slug, { state: 'refused', code: after.code });
    }
    underway.set(slug, 'waiting');
    const wait = interruptibleWait(after.inMs, answer.code === 'OFFLINE');
    endWait.set(slug, wait.end);
    await wait.ended;
  }
}

/** Sends the responses of the outbox to the server, however long it takes. */
export const submissionQueue = {
  deliveries: underway as ReadonlyMap<string, Delivery>,
  /**
   * Sends a waiting response, once at a time. Two tabs may both do it: the server counts the response once.
   */
  async deliver(slug: string): Promise<void> {
    if (underway.has(slug)) return;
    underway.set(slug, 'sending');
    try {
      await sendUntilSettled(slug);
    } finally {
      underway.delete(slug);
      endWait.delete(slug);
    }
  },
  /** Retries now instead of after the wait. */
  retryNow: (slug: string): void => endWait.get(slug)?.(),
};
