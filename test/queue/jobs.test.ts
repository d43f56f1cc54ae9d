import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import {
  illustratePersona,
  replyToMessage,
  summarizeConversation,
  synthesizePersona,
} from '../../src/queue/jobs.js';

/** The slowest calls that an operator may allow, and the waits that a provider may ask for. */
const call = 800;
const waits = 3 * 60;

it('no operator can allow a call more time than its job has', () => {
  const env = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
  for (const name of ['TEXT_TOTAL_SECONDS', 'CHAT_TOTAL_SECONDS', 'IMAGE_TOTAL_SECONDS']) {
    expect(() => readConfig({ ...env, [name]: String(call) })).not.toThrow();
    expect(() => readConfig({ ...env, [name]: String(call + 1) })).toThrow(name);
  }
});

it('a job lasts longer than all its model calls', () => {
  const patientCall = 2 * call + waits;
  expect(replyToMessage.expireInSeconds).toBeGreaterThan(call + waits);
  expect(summarizeConversation.expireInSeconds).toBeGreaterThan(patientCall);
  expect(illustratePersona.expireInSeconds).toBeGreaterThan(3 * call + waits);
  // Paraphrases and their repair, reflections, the persona and its repair.
  expect(synthesizePersona.expireInSeconds).toBeGreaterThan(5 * patientCall);
});
