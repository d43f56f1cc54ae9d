import { z } from 'zod';
import { moods, palettes, settings, keysOf } from './imageVocabulary.js';

const line = (maximum: number) => z.string().trim().min(1).max(maximum);

/**
 * Schema of what the language model writes about a person: prose that cites its evidence, and choices from
 * closed lists for the illustration. Lengths are in UTF-16 units.
 */
export const personaTextSchema = z.object({
  title: line(80),
  summary: z
    .array(z.object({ text: line(400), evidence: z.array(line(40)).min(1).max(12) }))
    .min(3)
    .max(6),
  voice: z.object({
    register: line(120),
    habits: z.array(line(120)).min(1).max(5),
    sample: line(240),
  }),
  greeting: line(400),
  alternates: z.array(line(400)).min(2).max(3),
  imagePrompt: z.object({
    setting: z.enum(keysOf(settings)),
    mood: z.enum(keysOf(moods)),
    palette: z.enum(keysOf(palettes)),
  }),
});

export type PersonaText = z.infer<typeof personaTextSchema>;
