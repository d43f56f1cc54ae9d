/** Stored with everything that was written by these prompts; raise a number with any change to what the model is told. */
export const promptVersions = {
  persona: 'persona@3',
  reflections: 'reflections@1',
  paraphrases: 'paraphrases@1',
} as const;
