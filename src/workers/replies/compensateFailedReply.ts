import { UpstreamError } from '../../ai/ports.js';
import type { Services } from '../../context.js';
import type { ReplyFailure } from '../../entities/Message.js';
import { StepFailed, StepHandedBack, UNEXPECTED_FAILURE } from '../../queue/runJob.js';
import { isWorthRetry } from '../callModel.js';
import { MAX_ATTEMPTS } from './leases.js';
import type { ReplyJournal } from './replyJournal.js';
import type { ReplyWriter } from './replyWriter.js';

/**
 * Handles a reply whose writing was interrupted. Does nothing if it was stopped or another worker owns it.
 * Otherwise releases it for another attempt that continues it, or makes it FAILED with the reason and keeps
 * the partial text.
 * @throws StepFailed for another attempt, StepHandedBack if this process stops
 */
export async function compensateFailedReply(
  services: Services,
  journal: ReplyJournal,
  writer: ReplyWriter,
  error: unknown,
): Promise<void> {
  if (writer.revoked.aborted) return;
  const { messageId, attempt } = writer.lease;
  const { reason, retryable, hopeless } = failureOf(error, attempt);
  if (!journal.closing.aborted && (hopeless || attempt >= MAX_ATTEMPTS)) {
    services.log.warn({ messageId, attempt, error }, 'reply failed');
    await journal.finish(writer, { status: 'FAILED', failure: { reason, retryable } });
    return;
  }
  await journal.release(writer);
  if (journal.closing.aborted) throw new StepHandedBack();
  throw new StepFailed(reason, { retryable, cause: error });
}

/** How often an answer that was cut off is continued. */
const MOST_CUT = 2;

function failureOf(error: unknown, attempt: number): ReplyFailure & { hopeless: boolean } {
  if (error instanceof UpstreamError) {
    const isWorthAttempt = isWorthRetry(error) || (error.kind === 'cut' && attempt < MOST_CUT);
    return { reason: error.message, retryable: true, hopeless: !isWorthAttempt };
  }
  if (error instanceof StepFailed) {
    const { reason, retryable, hopeless } = error;
    return { reason, retryable, hopeless };
  }
  return { ...UNEXPECTED_FAILURE, hopeless: false };
}
