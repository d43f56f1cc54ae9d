import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { failureOf, speakWithStandIn } from './standIn.js';

let line: Awaited<ReturnType<typeof speakWithStandIn>>;
beforeEach(async () => void (line = await speakWithStandIn()));
afterEach(() => line[Symbol.asyncDispose]());

const review = (text: string) => line.ai.moderator.review(text, new AbortController().signal);

const faults: [what: string, deed: ScriptedResponse, retryable: boolean][] = [
  ['no verdict', { do: 'empty' }, true],
  ['another shape', { do: 'wrong-schema' }, true],
  ['garbage', { do: 'garbage' }, true],
  ['a cut connection', { do: 'cut' }, true],
  ['a server fault', { do: 'fail', status: 500 }, true],
  ['a service that does not exist', { do: 'fail', status: 404 }, false],
];

describe('the moderator', () => {
  it('lets a kind text pass', async () => {
    expect(await review('She laughs with her whole face.')).toEqual({ flagged: false, categories: [] });
  });

  it('names what it objects to', async () => {
    line.standIn.script({ path: 'moderations', do: 'flag' });
    expect(await review('anything')).toEqual({ flagged: true, categories: ['harassment'] });
  });

  it.each(faults)('fails on %s instead of letting the text pass', async (_, deed, retryable) => {
    line.standIn.script({ path: 'moderations', ...deed });
    expect((await failureOf(review('anything'))).retryable).toBe(retryable);
  });
});
