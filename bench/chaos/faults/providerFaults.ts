import { setTimeout as wait } from 'node:timers/promises';
import type { ScriptedResponse } from '../../../stand-ins/openai/server/behaviour.js';
import type { Fault } from '../nemesis.js';

/** The provider answers some of the next calls like this. */
const answer =
  (response: ScriptedResponse): Fault =>
  async ({ model }, random) => {
    const chats = Math.ceil(random.between(1, 12));
    const pictures = Math.ceil(random.between(0, 6));
    model.script({ path: 'chat', times: chats, ...response });
    model.script({ path: 'images', times: pictures, ...response });
    await wait(random.between(1, 4) * 1000);
    model.reset();
    return `up to ${chats} texts and ${pictures} pictures are asked for in vain`;
  };

const away: Fault = async ({ model }, random) => {
  const seconds = random.between(3, 10);
  for (const path of ['chat', 'images', 'moderations'] as const)
    model.script({ path, times: Infinity, do: 'fail', status: 503 });
  await wait(seconds * 1000);
  model.reset();
  return `the provider was away for ${seconds.toFixed(1)} s`;
};

const cut: Fault = async ({ members }) => {
  const broken = members.reduce((sum, { model }) => sum + model.reset(), 0);
  return `${broken} connections to the provider are cut`;
};

const halfOpen: Fault = async ({ members }, random) => {
  const seconds = random.between(3, 10);
  for (const { model } of members) model.set({ kind: 'black-hole' });
  await wait(seconds * 1000);
  for (const { model } of members) {
    model.reset();
    model.set({ kind: 'pass' });
  }
  return `the provider was half-open for ${seconds.toFixed(1)} s`;
};

const cutAfterBytes: Fault = async ({ members }, random) => {
  const bytes = Math.round(random.between(200, 20_000));
  for (const { model } of members) model.set({ kind: 'cut-after', bytes });
  await wait(random.between(2, 5) * 1000);
  for (const { model } of members) model.set({ kind: 'pass' });
  return `connections to the provider were cut after ${bytes} bytes`;
};

export const providerFaults: Record<string, Fault> = {
  'provider 429': answer({ do: 'fail', status: 429, code: 'rate_limit_exceeded', retryAfter: 1 }),
  'provider 500': answer({ do: 'fail', status: 500 }),
  'provider away': away,
  'provider late': answer({ do: 'slow', delayMs: 5_000 }),
  'provider stalls': answer({ do: 'stall' }),
  'provider truncates': answer({ do: 'truncate' }),
  'provider ends early': answer({ do: 'early-end' }),
  'provider says nothing': answer({ do: 'empty' }),
  'provider says garbage': answer({ do: 'garbage' }),
  'provider sends another shape': answer({ do: 'wrong-schema' }),
  'provider breaks off': answer({ do: 'cut' }),
  'provider connections cut': cut,
  'provider half-open': halfOpen,
  'provider cut after some bytes': cutAfterBytes,
};
