import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { mergeMessages } from '../../talking/joinPath';
import { loadMessagePage, type MessagePage } from './readPage';

/**
 * Reads the end of the path backwards until it meets the loaded messages, which usually takes one page. If
 * the conversation has forked above all loaded messages, the two never meet: then it stops once it has read
 * more messages than were loaded.
 * @throws CombinedError
 */
export async function loadLatestMessages(
  personaId: string,
  known: readonly MessagePartsFragment[],
): Promise<MessagePage> {
  let end = await loadMessagePage(personaId, null);
  while (
    known.length > 0 &&
    end.from.hasOlder &&
    end.messages.length <= known.length &&
    mergeMessages(known, end.messages) === null
  ) {
    const earlier = await loadMessagePage(personaId, end.from.start);
    end = { ...earlier, messages: [...earlier.messages, ...end.messages] };
  }
  return end;
}
