/** Stored with everything that these prompts produced. Raise a number with any change to its prompt. */
export const promptVersions = {
  persona: 'persona@3',
  reflections: 'reflections@1',
  paraphrases: 'paraphrases@1',
} as const;
