import { z } from 'zod';

const note = z.object({
  text: z.string().trim().min(1).max(400),
  evidence: z.array(z.string().trim().min(1).max(40)).min(1).max(12),
});

/** Lengths in UTF-16 units. No least number: what an expert has nothing to say about is no reason to pay for another answer. */
const notes = z.array(note).max(5);

/** What three experts note about a person, each note with the ids of the evidence that it rests on. */
export const reflections = z.object({ psychologist: notes, friend: notes, writer: notes });

export type Reflections = z.infer<typeof reflections>;
