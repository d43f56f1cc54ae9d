import { shallowReactive } from 'vue';
import { interruptibleWait } from '../api/backoff';
import { sendOnce } from '../api/sendOnce';
import { SubmitResponseDocument } from '../graphql/generated/SubmitResponse';
import { afterFailure, isMendable } from './afterFailure';
import { drafts } from './drafts';
import { keptReceipts } from './keptReceipts';
import { outbox } from './outbox';

export type Delivery = 'sending' | 'waiting';

/** What is under way in this tab, by slug. */
const underway = shallowReactive(new Map<string, Delivery>());
const hurries = new Map<string, () => void>();

async function untilKnown(slug: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const posted = outbox.of(slug);
    // Another tab has delivered it meanwhile.
    if (posted?.state !== 'waiting') return;
    underway.set(slug, 'sending');
    const answer = await sendOnce(SubmitResponseDocument, { input: posted.input });
    if (!('code' in answer)) {
      // The draft goes last: whatever happens in between, either it or the receipt is there.
      const { ownerName, locale } = posted;
      keptReceipts.keep({ slug, receipt: answer.submitResponse.receipt, ownerName, locale });
      outbox.forget(slug);
      return drafts.forget(slug);
    }
    const after = afterFailure(answer, tries, Math.random());
    if (after.next === 'refused') {
      if (!isMendable(after.code)) drafts.forget(slug);
      return outbox.put(slug, { state: 'refused', code: after.code });
    }
    underway.set(slug, 'waiting');
    const wait = interruptibleWait(after.inMs, answer.code === 'OFFLINE');
    hurries.set(slug, wait.end);
    await wait.ended;
  }
}

/** Brings responses from the outbox to the server, however long it takes. */
export const postman = {
  underway: underway as ReadonlyMap<string, Delivery>,
  /** Sends what waits; once, however often it is called. Two tabs may both do it: the server counts it once. */
  async deliver(slug: string): Promise<void> {
    if (underway.has(slug)) return;
    underway.set(slug, 'sending');
    try {
      await untilKnown(slug);
    } finally {
      underway.delete(slug);
      hurries.delete(slug);
    }
  },
  /** Tries again now instead of later. */
  hurry: (slug: string): void => hurries.get(slug)?.(),
};
