import { beforeAll, describe, expect, it } from 'vitest';
import { checkParaphrase } from '../../src/ai/checks/checkParaphrase.js';
import { locales } from '../../src/locale.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { splitOpenText } from '../../src/measurement/openText/splitOpenText.js';
import { answerAsCopyist, disguises } from '../../stand-ins/adversary/copyist.js';
import { friendLines } from './friendLines.js';
import { type Batch, settle, type Settled } from './injectedSurvey.js';
import { inParallel } from './inParallel.js';
import { textsIn } from './readEverything.js';
import { useApp, usePerson } from '../testkit/useApp.js';

const lines = locales.flatMap((locale) =>
  friendLines(locale).map((text) => ({ kind: 'line', locale, text })),
);
const THREE = 3;
const PARALLEL = 4;

it('a blend that shows a friend’s line or clause is refused, whatever the disguise and the language', () => {
  const shown: string[] = [];
  for (let at = 0; at < lines.length; at += THREE) {
    const texts = lines.slice(at, at + THREE).map(({ text }) => text);
    const answers = indexAnswers(texts, 'Mina');
    for (const piece of texts.flatMap((text) => [text, ...splitOpenText(text)]))
      for (const [how, disguise] of Object.entries(disguises))
        for (const locale of locales) {
          const blend = disguise(piece, locale);
          if (checkParaphrase(blend, { name: 'Mina', locale }, answers).length === 0)
            shown.push(`${how}: ${blend}`);
        }
  }
  expect(shown).toEqual([]);
});

describe('with a model that shows friends’ lines in disguise', () => {
  const test = useApp();
  // Several, because an owner has a limited number of surveys.
  const owners = [usePerson(test), usePerson(test), usePerson(test)] as const;
  const copied: string[] = [];
  let surveys: Settled[];

  /** Three friends a survey. Every third one is in another language than they write in. */
  const batches = lines.flatMap((_, at): Batch[] => {
    if (at % THREE !== 0) return [];
    const payloads = lines.slice(at, at + THREE);
    const own = payloads[0]?.locale ?? 'EN';
    const other = locales[(locales.indexOf(own) + 1) % locales.length] ?? own;
    return [{ locale: (at / THREE) % THREE === 2 ? other : own, payloads }];
  });

  beforeAll(async () => {
    const answer = answerAsCopyist((blend) => copied.push(blend));
    test.model.script({ path: 'chat', do: 'rewrite', answer, times: Infinity });
    surveys = await inParallel([...batches.entries()], PARALLEL, ([index, batch]) =>
      settle(test, (owners[index % 3] ?? owners[0]).client, batch),
    );
  });

  it('three hundred lines reach it, and it tries all of them twice', () => {
    expect(lines.length).toBe(300);
    expect(copied.length).toBeGreaterThanOrEqual(2 * lines.length);
  });

  it('none of what it shows is stored, or in any text of a persona', () => {
    const attempts = new Set(copied);
    const stored = surveys.flatMap(({ versions }) => versions.flatMap((version) => [...textsIn(version)]));
    expect(stored.filter(([, text]) => attempts.has(text))).toEqual([]);
    expect(surveys.flatMap(({ versions }) => versions.flatMap(({ evidence }) => evidence.quotes))).toEqual(
      [],
    );
  });

  it('every persona is READY all the same', () => {
    const versions = surveys.flatMap((survey) => survey.versions);
    expect(versions.map(({ status }) => status)).toEqual(batches.map(() => 'READY'));
  });
});
