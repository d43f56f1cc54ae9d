import { computed } from 'vue';
import { retryLast, useAction } from '../../api/useAction';
import { ChooseAlternativeDocument } from './operations/generated/ChooseAlternative';
import { EditMessageDocument } from './operations/generated/EditMessage';
import { ExplainReplyDocument } from './operations/generated/ExplainReply';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { RegenerateReplyDocument } from './operations/generated/RegenerateReply';
import { StopReplyDocument } from './operations/generated/StopReply';
import { reusableClientKeys } from './rules/reusableClientKeys';

interface MessageUpdates {
  /** Joins the current end of the path to the loaded messages. */
  show(end: MessagePartsFragment[]): void;
  /** Updates one message. */
  change(id: string, next: MessagePartsFragment): void;
  /** Reads the path again. */
  refresh(): Promise<void>;
}

/** The actions on existing messages. `failure` is the reason why the last one failed. */
export function useMessageActions({ show, change, refresh }: MessageUpdates) {
  const stopping = useAction(StopReplyDocument);
  const regenerating = useAction(RegenerateReplyDocument);
  const choosing = useAction(ChooseAlternativeDocument);
  const editing = useAction(EditMessageDocument);
  const explaining = useAction(ExplainReplyDocument);
  const withClientKey = reusableClientKeys();
  const { attempt, retry } = retryLast();

  return {
    stopping,
    editing,
    explaining,
    isBusy: computed(() => [regenerating, choosing, editing].some(({ isBusy }) => isBusy.value)),
    failure: computed(
      () =>
        [stopping, regenerating, choosing, explaining].find(({ failure }) => failure.value)?.failure.value ??
        null,
    ),
    retry,
    /** The final state of the reply arrives by its stream: a piece in flight may still be shown. */
    stop: (messageId: string) => attempt(() => stopping.run({ messageId })),
    regenerate: (messageId: string) =>
      attempt(async () => {
        const data = await withClientKey(messageId, (clientKey) =>
          regenerating.run({ messageId, clientKey }),
        );
        if (data) show([data.regenerateReply.reply]);
      }),
    choose: (messageId: string) =>
      attempt(async () => {
        if (await choosing.run({ messageId })) await refresh();
      }),
    /** Requests the evidence of a reply. @returns whether it is loaded */
    explain: (messageId: string) =>
      attempt(async () => {
        const data = await explaining.run({ messageId });
        if (data) change(messageId, data.explainReply.message);
        return data !== undefined;
      }),
    /** @returns whether the edit was accepted; `editing.failure` is the reason if not */
    async edit(messageId: string, text: string): Promise<boolean> {
      const data = await withClientKey(`${messageId} ${text}`, (clientKey) =>
        editing.run({ messageId, text, clientKey }),
      );
      if (data) show([data.editMessage.message, data.editMessage.reply]);
      return data !== undefined;
    },
  };
}
