import { defineEntity, p } from '@mikro-orm/core';
import { Message } from './Message.js';

const ReplyChunkSchema = defineEntity({
  name: 'ReplyChunk',
  properties: {
    message: () => p.manyToOne(Message).ref().primary().deleteRule('cascade'),
    /** Offset of `text` in the reply, in UTF-16 units. Part of the key, so that no offset is stored twice. */
    start: p.integer().primary(),
    /** `start` plus the length of `text`. */
    finish: p.integer(),
    text: p.text(),
  },
});

/**
 * A piece of a reply that is being written. Stored before it is published, merged into the message when the
 * reply ends.
 */
export class ReplyChunk extends ReplyChunkSchema.class {}
ReplyChunkSchema.setClass(ReplyChunk);
