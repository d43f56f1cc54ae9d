import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalModerator } from '../../src/ai/localModerator.js';
import { openAiClient } from '../../src/ai/openai/client.js';
import { OpenAiModerator } from '../../src/ai/openai/moderator.js';
import type { UpstreamErrorKind } from '../../src/ai/ports.js';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { failureOf, silent, speakWithStandIn } from './standIn.js';

let line: Awaited<ReturnType<typeof speakWithStandIn>>;
beforeEach(async () => void (line = await speakWithStandIn()));
afterEach(() => void vi.restoreAllMocks());
afterEach(() => line[Symbol.asyncDispose]());

const review = (text: string) => line.ai.moderator.review(text, new AbortController().signal);

const faults: [what: string, deed: ScriptedResponse, kind: UpstreamErrorKind][] = [
  ['no verdict', { do: 'empty' }, 'temporary'],
  ['another shape', { do: 'wrong-schema' }, 'temporary'],
  ['garbage', { do: 'garbage' }, 'cut'],
  ['a cut connection', { do: 'cut' }, 'temporary'],
  ['a server fault', { do: 'fail', status: 500 }, 'temporary'],
  ['a wrong key', { do: 'fail', status: 401 }, 'operator'],
];

describe('the moderator', () => {
  it('lets a kind text pass', async () => {
    expect(await review('She laughs with her whole face.')).toEqual({ flagged: false, categories: [] });
  });

  it('names what it objects to', async () => {
    line.standIn.script({ path: 'moderations', do: 'flag' });
    expect(await review('anything')).toEqual({ flagged: true, categories: ['harassment'] });
  });

  it.each(faults)('fails on %s instead of letting the text pass', async (_, deed, kind) => {
    line.standIn.script({ path: 'moderations', ...deed });
    expect((await failureOf(review('anything'))).kind).toBe(kind);
  });

  it('asks the local word list where the provider has no such endpoint, for ten minutes', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    line.standIn.script({ path: 'moderations', do: 'fail', status: 404 });
    expect(await review('She laughs with her whole face.')).toEqual({ flagged: false, categories: [] });
    clock.mockReturnValue(9 * 60_000);
    expect((await review('fuck you')).flagged).toBe(true);
    expect(line.standIn.calls).toHaveLength(1);
    clock.mockReturnValue(11 * 60_000 + 1_000);
    line.standIn.script({ path: 'moderations', do: 'flag' });
    expect(await review('anything')).toEqual({ flagged: true, categories: ['harassment'] });
  });

  it('never asks the local word list in place of OpenAI, which has the endpoint', async () => {
    const nowhere = { headers: {}, query: {}, body: {} };
    const client = openAiClient({ ...nowhere, baseUrl: line.standIn.url }, 1_000_000);
    const settings = { endpoint: nowhere, model: 'omni-moderation-latest' };
    const moderator = new OpenAiModerator(client, settings, new LocalModerator(), silent);
    line.standIn.script({ path: 'moderations', do: 'fail', status: 404 });
    const failure = await failureOf(moderator.review('anything', new AbortController().signal));
    expect(failure.kind).toBe('operator');
    expect(moderator.isMissing).toBe(false);
  });
});
