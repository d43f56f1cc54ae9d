import { describe, expect, it } from 'vitest';
import { LocalModerator } from '../../src/ai/localModerator.js';
import { findCrisis } from '../../src/safety/findCrisis.js';
import { crisisLines } from './crisisLines.js';
import { english } from './harmless/english.js';
import { japanese } from './harmless/japanese.js';
import { korean } from './harmless/korean.js';

const harmless = [...english, ...korean, ...japanese];
/** Two in a hundred. */
const tolerated = Math.floor(harmless.length * 0.02);

describe('what sounds like a crisis', () => {
  it.each(Object.entries(crisisLines))('is recognised in %s', (_, lines) => {
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(lines.filter((line) => !findCrisis(line))).toEqual([]);
  });

  it('is recognised in the middle of other words', () => {
    for (const line of Object.values(crisisLines).flat())
      expect([line, findCrisis(`오늘 비가 왔어. Well, ${line} そうなんです。`)]).toEqual([line, true]);
  });

  it('is not seen in what people say every day', () => {
    expect(harmless.length).toBeGreaterThanOrEqual(200);
    const found = harmless.filter(findCrisis);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(tolerated);
  });

  it('is searched for in little time, however long and strange the text', () => {
    for (const part of ['i want to ', 'a b ', '죽고 ', '死に', 'cut myself on ', 'die ', '!1', '자.'])
      expect(findCrisis(part.repeat(20_000))).toBe(false);
  });
});

describe('the local moderator', () => {
  it('lets what people say every day pass', async () => {
    const moderator = new LocalModerator();
    const verdicts = await Promise.all(
      harmless.map((line) => moderator.review(line, new AbortController().signal)),
    );
    const flagged = harmless.filter((_, at) => verdicts[at]?.flagged);
    expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(tolerated);
  });
});
