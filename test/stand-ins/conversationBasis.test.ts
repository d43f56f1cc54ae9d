import { expect, it } from 'vitest';
import { readConversation } from '../../stand-ins/openai/author/readConversation.js';
import { writeCompletion } from '../../stand-ins/openai/server/writeCompletion.js';
import { ask } from '../ai/askMirror.js';
import { evidence } from '../ai/evidence.js';

it('a talk as the stand-in reads it has the same evidence as the prompt was made of', () => {
  const scores = { E: 92, N: 20 };
  for (const pack of [
    evidence({ scores, split: 'E', quotes: ['Stays calm.', 'Laughs last.'], locale: 'KO' }),
    evidence({ scores, basis: 'SELF', locale: 'JA' }),
  ]) {
    const read = readConversation({ model: 'm', messages: ask({ evidence: pack }) })?.evidence;
    const { subject, basis, friends, confidence, archetype, traits, quotes } = pack;
    expect(read).toMatchObject({ subject, basis, friends, confidence, archetype, traits, quotes });
    expect(read?.words.map(({ word }) => word)).toEqual(pack.words.map(({ word }) => word));
  }
});

it('a practice mirror says by its own prompt that no one else has answered yet', () => {
  const turns = [{ role: 'USER' as const, text: 'What do my friends think of me?' }];
  const messages = ask({ evidence: evidence({ basis: 'SELF' }), turns });
  const reply = writeCompletion({ model: 'm', messages }, null);
  expect(reply).toMatch(/Nobody but you|somebody else has answered|one voice in me/);
  expect(reply).not.toMatch(/friend/i);
});

it('a reply that was begun elsewhere gets its last sentence in practice, too', () => {
  const messages = ask({ evidence: evidence({ basis: 'SELF' }), partial: 'Somebody else began' });
  expect(writeCompletion({ model: 'm', messages }, null)).toMatch(/^ That is as far as the light reaches/);
});
