import { expect } from 'vitest';
import { OutputGuard } from '../../src/ai/guard/outputGuard.js';
import { UpstreamError } from '../../src/ai/ports.js';

/** What is shown of a text in these pieces, and whether it was stopped. */
export function shownOfPieces(pieces: Iterable<string>, stored = ''): { shown: string; isStopped: boolean } {
  const guarded = new OutputGuard(stored);
  let shown = '';
  try {
    for (const piece of pieces) shown += guarded.push(piece);
    shown += guarded.end();
    return { shown, isStopped: false };
  } catch (error) {
    expect(error).toBeInstanceOf(UpstreamError);
    return { shown, isStopped: true };
  }
}
