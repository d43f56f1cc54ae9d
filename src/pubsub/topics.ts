/** Word that a row changed: what it holds now is read in the database. */
export interface Changed {
  id: string;
  /** That the row had after the commit. */
  revision: number;
}

/**
 * Word that a reply grew. It alone carries content, so that words a second do not become reads a second; they are
 * stored already, and whoever misses one reads it there.
 */
export interface Grown {
  id: string;
  /** Offset of `text` in the reply, in UTF-16 units. */
  start: number;
  text: string;
  status: 'STREAMING' | 'COMPLETE' | 'STOPPED' | 'FAILED';
}

/** Every topic and what its events carry. An event is a hint that may be lost: the database holds the truth. */
export interface Topics {
  surveyProgressed: Changed;
  personaChanged: Changed;
  sessionRevoked: Changed;
  conversationChanged: Changed;
  replyGrew: Grown;
  replyStopped: Changed;
}

export type Topic = keyof Topics;

/** The wire name of one row's events. */
export const channelOf = (topic: string, id: unknown): string => `mirai:${topic}:${String(id)}`;
