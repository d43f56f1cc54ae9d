import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UpstreamErrorKind } from '../../src/ai/ports.js';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { failureOf, speakWithStandIn } from './standIn.js';

let line: Awaited<ReturnType<typeof speakWithStandIn>>;
beforeEach(async () => void (line = await speakWithStandIn()));
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

  it('asks the local word list from then on where the provider has no such endpoint', async () => {
    line.standIn.script({ path: 'moderations', do: 'fail', status: 404 });
    expect(await review('She laughs with her whole face.')).toEqual({ flagged: false, categories: [] });
    expect((await review('fuck you')).flagged).toBe(true);
    expect(line.standIn.calls).toHaveLength(1);
  });
});
