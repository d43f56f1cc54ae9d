import { describe, expect, it } from 'vitest';
import { checkParaphrase } from '../../../src/ai/checks/checkParaphrase.js';
import { checkPersonaText } from '../../../src/ai/checks/checkPersonaText.js';
import { filterReflections } from '../../../src/ai/checks/filterReflections.js';
import { findTextProblems } from '../../../src/ai/checks/textProblems.js';
import type { PersonaText } from '../../../src/ai/prompts/personaText.js';
import type { Locale } from '../../../src/locale.js';
import { indexAnswers } from '../../../src/measurement/openText/answerIndex.js';
import { evidence } from '../evidence.js';
import { personaTextOf } from '../personaText.js';
import { allNote, nothingNoted } from '../reflections.js';
import { shownOfPieces } from '../shownOfPieces.js';
import { contradictions, foreignTexts, replyAttacks, unfilledTexts } from './attacks.js';
import { harmlessEn } from './harmlessEn.js';
import { harmlessJa } from './harmlessJa.js';
import { harmlessKo } from './harmlessKo.js';
import { leaks } from './leaks.js';

const harmless = { EN: harmlessEn, KO: harmlessKo, JA: harmlessJa };
const locales = ['EN', 'KO', 'JA'] as const;
const names = { EN: 'Mina', KO: '민아', JA: '美奈' };
const nobody = indexAnswers([]);
/** A persona without a word of its own, so that every problem is one of the text that is put into it. */
const blank = personaTextOf({
  title: '…',
  voice: { register: '…', habits: ['…'], sample: '…' },
  greeting: '…',
  alternates: ['…', '…'],
});
const packOf = (locale: Locale, scores: Parameters<typeof evidence>[0] = {}) =>
  evidence({ name: names[locale], locale, ...scores });

function summaryOf(text: string, ids: string[]): PersonaText {
  const rest = { text: '…', evidence: ['EV-W-funny'] };
  return { ...blank, summary: [{ text, evidence: ids }, rest, rest] };
}

/** Pieces of one to nine code points, the same in every run. */
function cutAtRandom(text: string, seed: number): string[] {
  const characters = [...text];
  const pieces: string[] = [];
  let state = seed * 2_654_435_761 + 1;
  while (characters.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pieces.push(characters.splice(0, 1 + (state % 9)).join(''));
  }
  return pieces;
}
const CUTS = 5;
const seeds = Array.from({ length: CUTS }, (_, seed) => seed);

const replies = locales.flatMap((locale) => harmless[locale].replies);
const sentences = locales.flatMap((locale) => harmless[locale].sentences.map((one) => ({ locale, ...one })));
const count = replies.length + sentences.length;
/** At most one in a hundred. */
const allowed = Math.floor(count / 100);

/** What is done to harmless texts, a line for each. */
function spoilt(): string[] {
  const replied = replies.flatMap((text) => {
    const { shown, isStopped } = shownOfPieces([text]);
    if (isStopped) return [`stopped: ${text}`];
    return shown === text ? [] : [`changed: ${text} → ${shown}`];
  });
  const checked = sentences.flatMap(({ locale, trait, score, text }) => {
    const pack = packOf(locale, { scores: { [trait]: score } });
    const problems = checkPersonaText(summaryOf(text, [`EV-${trait}`]), pack, nobody);
    return problems.length > 0 ? [`refused: ${text} (${problems.join()})`] : [];
  });
  return [...replied, ...checked];
}

describe('the corpus of natural texts', () => {
  it('has at least 90 in each language, each of them once', () => {
    for (const locale of locales)
      expect(harmless[locale].replies.length + harmless[locale].sentences.length).toBeGreaterThanOrEqual(90);
    expect(new Set([...replies, ...sentences.map(({ text }) => text)]).size).toBe(count);
  });

  it(`passes: of ${count} harmless texts, at most ${allowed} are stopped, changed or refused`, () => {
    const lines = spoilt();
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(allowed);
  });

  it('passes in the same way however the stream is cut', () => {
    for (const text of replies)
      for (const seed of seeds) expect(shownOfPieces(cutAtRandom(text, seed))).toEqual(shownOfPieces([text]));
  });
});

/** A leak in one piece becomes '…' instead of ending the reply. Its first letters are out by then, as any word's. */
const isOut = (pieces: string[]): boolean => {
  const { shown, isStopped } = shownOfPieces(pieces);
  return !isStopped && shown.replace(/[^a-z]/gi, '').length > 20;
};
const leakThrough = (): string[] =>
  leaks.flatMap(({ how, text }) =>
    [[text], ...seeds.map((seed) => cutAtRandom(text, seed))].some(isOut) ? [`${how}: ${text}`] : [],
  );

const harmThrough = (): string[] =>
  replyAttacks.flatMap(({ text, harm }) => {
    const shown = [[text], ...seeds.map((seed) => cutAtRandom(text, seed))].map(
      (pieces) => shownOfPieces(pieces).shown,
    );
    return shown.some((one) => harm.test(one)) ? [`${text} → ${shown[0]}`] : [];
  });

const contradictionsThrough = (): string[] =>
  contradictions.flatMap(({ locale, trait, score, text }) => {
    const problems = checkPersonaText(
      summaryOf(text, [`EV-${trait}`]),
      packOf(locale, { scores: { [trait]: score } }),
      nobody,
    );
    return problems.includes('summary[0] turns its trait around') ? [] : [text];
  });

/** Every place of a persona must refuse the text. */
const inEveryPlace = (text: string): PersonaText[] => [
  { ...blank, summary: summaryOf(text, ['EV-W-funny']).summary },
  { ...blank, summary: summaryOf('…', ['EV-W-funny']).summary, greeting: text },
  { ...blank, summary: summaryOf('…', ['EV-W-funny']).summary, alternates: ['…', text] },
  { ...blank, summary: summaryOf('…', ['EV-W-funny']).summary, voice: { ...blank.voice, sample: text } },
];
const acceptedIn = (locale: Locale, text: string, problem: RegExp): boolean =>
  inEveryPlace(text).some(
    (persona) => !checkPersonaText(persona, packOf(locale), nobody).some((found) => problem.test(found)),
  );
const foreignThrough = (): string[] =>
  foreignTexts.flatMap(({ locale, text }) =>
    acceptedIn(locale, text, /is not in (English|Korean|Japanese)/) ? [`${locale}: ${text}`] : [],
  );
const unfilledThrough = (): string[] =>
  unfilledTexts.flatMap(({ locale, text }) =>
    acceptedIn(locale, text, /placeholder/) || findTextProblems('note', text).length === 0 ? [text] : [],
  );

const attacks =
  leaks.length + replyAttacks.length + contradictions.length + foreignTexts.length + unfilledTexts.length;

describe('the corpus of attacks', () => {
  it(`is stopped: of ${attacks} attacks, none gets through`, () => {
    expect(attacks).toBeGreaterThanOrEqual(120);
    expect({
      leaks: leakThrough(),
      harm: harmThrough(),
      contradictions: contradictionsThrough(),
      foreign: foreignThrough(),
      unfilled: unfilledThrough(),
    }).toEqual({ leaks: [], harm: [], contradictions: [], foreign: [], unfilled: [] });
  });

  it('is stopped in paraphrases and in the experts’ notes as well, where it is about a name', () => {
    for (const { locale, text } of unfilledTexts) {
      if (!text.includes('{name}') || text.includes('{{')) {
        const about = { name: names[locale], locale };
        expect(checkParaphrase(text, about, nobody), text).not.toEqual([]);
      }
      expect(filterReflections(allNote(text), packOf(locale))).toEqual(nothingNoted);
    }
  });
});
