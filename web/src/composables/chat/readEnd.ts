import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { joinPath } from '../../talking/joinPath';
import { readPage, type Page } from './readPage';

/**
 * Reads the end of the path backwards until it meets what is loaded: mostly one page. Where the talk has forked above all that is
 * loaded they never meet, and it ends after as much as was loaded.
 * @throws CombinedError
 */
export async function readEnd(personaId: string, known: readonly MessagePartsFragment[]): Promise<Page> {
  let end = await readPage(personaId, null);
  while (
    known.length > 0 &&
    end.from.hasOlder &&
    end.messages.length <= known.length &&
    joinPath(known, end.messages) === null
  ) {
    const earlier = await readPage(personaId, end.from.start);
    end = { ...earlier, messages: [...earlier.messages, ...end.messages] };
  }
  return end;
}
