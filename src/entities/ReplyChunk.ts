import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Message } from './Message.js';
import { type Sealed, SealedColumn } from './sealed.js';

/** Its rows are named as `chunkKey` does. */
export const chunkText = new SealedColumn<string>(
  'reply_chunk',
  'text',
  'text',
  "message_id || '/' || start",
  'text',
);

const ReplyChunkSchema = defineEntity({
  name: 'ReplyChunk',
  properties: {
    message: () => p.manyToOne(Message).ref().primary().deleteRule('cascade'),
    /** Offset of `text` in the reply, in UTF-16 units. Part of the key, so that no offset is stored twice. */
    start: p.integer().primary(),
    /** `start` plus the length of `text`. */
    finish: p.integer(),
    text: p.text().$type<Sealed<string>>(),
  },
});

/**
 * A piece of a reply that is being written. Stored before it is published, merged into the message when the
 * reply ends.
 */
export class ReplyChunk extends ReplyChunkSchema.class {}
ReplyChunkSchema.setClass(ReplyChunk);

/** Names the chunk at an offset of a reply. */
export const chunkKey = (messageId: string, start: number): string => `${messageId}/${start}`;

/** The columns of a chunk that make up the text. */
export type StoredChunk = Pick<ReplyChunk, 'start' | 'text'>;

/** The text of a reply's chunks. @param chunks in order of `start` */
export const joinChunks = (em: EntityManager, messageId: string, chunks: readonly StoredChunk[]): string =>
  chunks.map(({ start, text }) => chunkText.open(em, chunkKey(messageId, start), text)).join('');
