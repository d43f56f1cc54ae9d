import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import type { Turn } from '../../src/ai/prompts/tokenBudget.js';
import type { Quote } from '../../src/measurement/evidence.js';

/** All model-written texts of a persona that a user can read. */
export const modelTexts = (
  text: PersonaText | null,
  quotes: readonly Quote[],
  conversation: readonly Turn[],
): string[] => [
  ...(text === null
    ? []
    : [
        text.title,
        ...text.summary.map(({ text: sentence }) => sentence),
        text.voice.register,
        ...text.voice.habits,
        text.voice.sample,
        text.greeting,
        ...text.alternates,
      ]),
  ...quotes.map(({ text: quote }) => quote),
  ...conversation.filter(({ role }) => role === 'PERSONA').map(({ text: reply }) => reply),
];
