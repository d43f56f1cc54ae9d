import { computed } from 'vue';
import { ChooseAlternativeDocument } from '../../graphql/generated/ChooseAlternative';
import { EditMessageDocument } from '../../graphql/generated/EditMessage';
import { ExplainReplyDocument } from '../../graphql/generated/ExplainReply';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { RegenerateReplyDocument } from '../../graphql/generated/RegenerateReply';
import { StopReplyDocument } from '../../graphql/generated/StopReply';
import { triedKeys } from '../../talking/triedKeys';
import { useAction } from '../useAction';
import { repeatable } from './repeatable';

interface Shown {
  /** Puts what is now the end of the path onto what is loaded. */
  show(end: MessagePartsFragment[]): void;
  /** Shows what is new of one message. */
  change(id: string, fresh: MessagePartsFragment): void;
  /** Reads the path again. */
  refresh(): Promise<void>;
}

/** What can be done with messages that are there; `failure` says why the last thing was not done. */
export function useTurns({ show, change, refresh }: Shown) {
  const stopping = useAction(StopReplyDocument);
  const regenerating = useAction(RegenerateReplyDocument);
  const choosing = useAction(ChooseAlternativeDocument);
  const editing = useAction(EditMessageDocument);
  const explaining = useAction(ExplainReplyDocument);
  const tried = triedKeys();
  const { attempt, retry } = repeatable();

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
    /** How it ended comes by its stream: a piece that is on the way may still be shown. */
    stop: (messageId: string) => attempt(() => stopping.run({ messageId })),
    regenerate: (messageId: string) =>
      attempt(async () => {
        const data = await tried(messageId, (clientKey) => regenerating.run({ messageId, clientKey }));
        if (data) show([data.regenerateReply.reply]);
      }),
    choose: (messageId: string) =>
      attempt(async () => {
        if (await choosing.run({ messageId })) await refresh();
      }),
    /** Asks what a reply rests on. @returns whether that is there now */
    explain: (messageId: string) =>
      attempt(async () => {
        const data = await explaining.run({ messageId });
        if (data) change(messageId, data.explainReply.message);
        return data !== undefined;
      }),
    /** @returns whether it was said; `editing.failure` says why not */
    async edit(messageId: string, text: string): Promise<boolean> {
      const data = await tried(`${messageId} ${text}`, (clientKey) =>
        editing.run({ messageId, text, clientKey }),
      );
      if (data) show([data.editMessage.message, data.editMessage.reply]);
      return data !== undefined;
    },
  };
}
