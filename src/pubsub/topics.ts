/**
 * Every topic and what its events carry: an id, and the revision that the row had after the commit. Never content: the
 * database holds the truth, and an event is only a hint to read it again.
 */
export interface Topics {
  surveyProgressed: { id: string; revision: number };
  personaChanged: { id: string; revision: number };
  sessionRevoked: { id: string; revision: number };
}

export type Topic = keyof Topics;

/** The wire name of one row's events. */
export const channelOf = (topic: string, id: unknown): string => `mirai:${topic}:${String(id)}`;
