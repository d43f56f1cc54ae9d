import type { PersonaText } from '../../src/ai/prompts/personaText.js';

/** A persona's text, with the parts that a test cares about. */
export const personaTextOf = (parts: Partial<PersonaText> = {}): PersonaText => ({
  title: 'The Wide-Open Prism',
  summary: [
    { text: 'Mina is outgoing.', evidence: ['EV-E'] },
    { text: 'Mina stays calm.', evidence: ['EV-N'] },
    { text: 'Friends say “funny”.', evidence: ['EV-W-funny'] },
  ],
  voice: { register: 'lively', habits: ['laughs'], sample: 'There you are!' },
  greeting: 'Hello.',
  alternates: ['Hi.', 'Hey.'],
  imagePrompt: { setting: 'shore', mood: 'calm', palette: 'dusk' },
  ...parts,
});
