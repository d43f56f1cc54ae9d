import { expect, it } from 'vitest';
import { archetypeVoice } from '../../src/measurement/voices/voices.js';
import { composeReply } from '../../stand-ins/openai/author/composeReply.js';
import { evidence } from '../ai/evidence.js';

const told = {
  evidence: evidence({ scores: { E: 80 } }),
  saidBefore: [],
  facts: [],
  earlier: null,
  answer: 1,
  turn: 1,
  partial: null,
};

it.each(['TRICKSTER', 'SAGE'] as const)(
  'a mirror ends its first reply on a line in the voice of the %s',
  (archetype) => {
    const { sample, greeting } = archetypeVoice(archetype, 'EN', 'Mina');
    const first = { ...told, question: 'It rained today.', lastReply: greeting, sample };
    expect(composeReply(first).text.endsWith(sample)).toBe(true);
    expect(composeReply({ ...first, lastReply: sample }).text).not.toContain(sample);
  },
);

it('a mirror answers a feeling in earnest, whatever its voice', () => {
  const { sample } = archetypeVoice('TRICKSTER', 'EN', 'Mina');
  const sad = { ...told, question: 'I feel so sad today.', lastReply: 'Hello.', sample };
  expect(composeReply(sad).text).not.toContain(sample);
});
