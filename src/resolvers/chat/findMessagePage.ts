import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation } from '../../entities/Conversation.js';
import { Message } from '../../entities/Message.js';
import { AppError } from '../../errors.js';
import { MAX_PAGE } from '../../queryCost.js';
import type { MessageConnection } from '../../schema/chat/MessageType.js';
import { messageViews } from './messageViews.js';

/** Relay's paging arguments. A client gives `first` and `after`, or `last` and `before`. */
interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** Size of a page without `first` and `last`. */
export const DEFAULT_PAGE = 50;

const badInput = (field: string, problem: string): AppError =>
  new AppError('BAD_USER_INPUT', `${field}: ${problem}`, { field });

/** The depth of a message on its path. It does not change as messages are added. */
const cursorOf = (depth: number): string => Buffer.from(`message:${depth}`).toString('base64url');

/** The length of the longest cursor, of a depth with nine digits. */
const MAX_CURSOR_LENGTH = cursorOf(999_999_999).length;

function depthOf(field: 'after' | 'before', cursor: string | null | undefined): number | null {
  if (cursor === null || cursor === undefined) return null;
  const depth =
    cursor.length > MAX_CURSOR_LENGTH
      ? undefined
      : /^message:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (depth === undefined) throw badInput(field, 'must be a cursor of this list');
  return Number(depth);
}

function sizeOf({ first, last }: PageArguments): { size: number; fromEnd: boolean } {
  if (first != null && last != null) throw badInput('last', 'cannot be combined with first');
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) throw badInput(first == null ? 'last' : 'first', 'must be 1 to 100');
  return { size, fromEnd: last != null };
}

/**
 * A page of the path that is shown, oldest first. It is read along one index from the cursor on, so that page
 * 100 costs as much as page 1.
 * @throws AppError BAD_USER_INPUT
 */
export async function findMessagePage(
  em: EntityManager,
  personaId: string,
  page: PageArguments,
): Promise<MessageConnection> {
  const { size, fromEnd } = sizeOf(page);
  const after = depthOf('after', page.after);
  const before = depthOf('before', page.before);
  const conversation = await em.findOne(Conversation, { persona: personaId });
  if (conversation === null) return { edges: [], pageInfo: { ...emptyPageInfo } };
  const found = await em.find(
    Message,
    { conversation, active: true, depth: { $gt: after ?? -1, ...(before === null ? {} : { $lt: before }) } },
    { orderBy: { depth: fromEnd ? 'desc' : 'asc' }, limit: size + 1 },
  );
  const hasMore = found.length > size;
  const rows = fromEnd ? found.slice(0, size).toReversed() : found.slice(0, size);
  const views = await messageViews(em, rows);
  const edges = rows.flatMap((row, index) => {
    const node = views[index];
    return node === undefined ? [] : [{ cursor: cursorOf(row.depth), node }];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: fromEnd ? before !== null : hasMore,
      hasPreviousPage: fromEnd ? hasMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const emptyPageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
