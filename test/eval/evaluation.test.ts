import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateCohorts, expectedCalls } from '../../bench/eval/evaluateCohorts.js';
import { normAnswers } from '../../bench/eval/figures/itemAnswers.js';
import { summarise } from '../../bench/eval/figures/summarise.js';
import type { InterviewAnswers } from '../../bench/eval/interview/interviewAnswers.js';
import { meteredModel } from '../../bench/eval/meteredModel.js';
import { simulateCohorts } from '../../bench/eval/people/simulateCohorts.js';
import { type LanguageModel, UpstreamError } from '../../src/ai/ports.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import { speakWithStandIn } from '../ai/standIn.js';
import { sheet } from '../measurement/sheet.js';

const cohorts = simulateCohorts({ people: 6, friends: 6, seed: 1 });
const asked = { heldOut: 2, talks: 1, turns: 3, abreast: 4, seed: 1, budget: 6000 };

let speech: Awaited<ReturnType<typeof speakWithStandIn>>;
beforeAll(async () => void (speech = await speakWithStandIn()));
afterAll(() => speech[Symbol.asyncDispose]());

const evaluate = async (model: LanguageModel, some = cohorts) => {
  const { signal } = new AbortController();
  return summarise(await evaluateCohorts(some, model, { ...asked, signal }), asked.seed);
};

/** The stand-in, with what it answers to one kind of request turned into something else. */
const spoiling = (name: string, spoil: (value: unknown) => unknown): LanguageModel => {
  const { textModel } = speech.ai;
  return {
    writeText: (request) => textModel.writeText(request),
    writeJson: async (request) => {
      const answer = await textModel.writeJson(request);
      if (request.name !== name) return answer;
      return { ...answer, value: request.schema.parse(spoil(answer.value)) };
    },
  };
};

/** Each answer as far from the norm as before, on the other side. */
const turnedRound = (value: unknown): unknown => {
  const { answers } = value as { answers: InterviewAnswers };
  const turned = Object.entries(answers).map(([id, answer]) => {
    const other = 2 * (normAnswers[id] ?? 3) - answer;
    return [id, Math.min(5, Math.max(1, other))];
  });
  return { answers: Object.fromEntries(turned) as InterviewAnswers };
};

describe('the faithfulness harness', () => {
  it('finds a persona that answers from its evidence faithful, and neither control', async () => {
    const { model, spent } = meteredModel(speech.ai.textModel);
    const summary = await evaluate(model);
    expect(summary.persona.value).toBeGreaterThanOrEqual(0.85);
    expect(summary.persona.low).toBeGreaterThan(0);
    expect(Math.abs(summary.blank.value)).toBeLessThanOrEqual(0.1);
    expect(summary.shuffled?.value).toBeLessThanOrEqual(0);
    expect(summary).toMatchObject({
      people: 6,
      heldOut: 12,
      personas: 12,
      problems: [],
      overlaps: 0,
      lost: 0,
    });
    expect(summary.direction.same).toBe(summary.direction.of);
    expect(summary.quotes).toBeGreaterThan(0);
    expect(spent.calls).toBe(expectedCalls(cohorts, asked));
    expect(spent.inputTokens).toBeGreaterThan(50_000);
  });

  it('finds a persona that turns its evidence round worse than knowing nothing', async () => {
    const summary = await evaluate(spoiling('interview', turnedRound));
    expect(summary.persona.value).toBeLessThan(0);
    expect(summary.direction.same).toBe(0);
  });

  it('counts claims without evidence that survive the repair', async () => {
    const invent = (value: unknown): PersonaText => {
      const told = value as PersonaText;
      const [first, ...rest] = told.summary;
      return { ...told, summary: [{ text: first?.text ?? '', evidence: ['EV-X'] }, ...rest] };
    };
    const { problems, personas, refusedDrafts } = await evaluate(
      spoiling('persona', invent),
      cohorts.slice(0, 1),
    );
    expect(problems).toEqual(Array(2).fill('summary[0] cites evidence that does not exist'));
    expect([personas, refusedDrafts]).toEqual([2, 2]);
  });

  it('counts a text that repeats what a friend wrote as unfit, and asks the mended one', async () => {
    const [cohort] = cohorts;
    const line = cohort?.friends.flatMap(({ answers }) => answers.flatMap(({ text: own }) => own ?? []))[0];
    const quote = (value: unknown): PersonaText => ({ ...(value as PersonaText), greeting: line ?? '' });
    const summary = await evaluate(spoiling('persona', quote), cohorts.slice(0, 1));
    expect(new Set(summary.problems)).toEqual(new Set(['greeting repeats what a friend wrote']));
    expect(summary.conversation).not.toBeNull();
    expect(summary.heldOut).toBe(2);
  });

  it('goes on without an interview that was never answered in its shape, and ends where the model cannot be asked', async () => {
    let interviews = 0;
    const failing = (error: UpstreamError, fails: () => boolean): LanguageModel => ({
      ...spoiling('', (value) => value),
      writeJson: (request) =>
        request.name === 'interview' && fails()
          ? Promise.reject(error)
          : speech.ai.textModel.writeJson(request),
    });
    const unfit = new UpstreamError('No answer of that shape.', 'malformed');
    const { model, spent } = meteredModel(failing(unfit, () => ++interviews > 1 && interviews <= 5));
    const summary = await evaluate(model, cohorts.slice(0, 1));
    expect(summary).toMatchObject({ lost: 1, heldOut: 1 });
    expect(spent).toMatchObject({ failed: 4, cost: null });
    const refused = new UpstreamError('No credit.', 'operator');
    await expect(evaluate(meteredModel(failing(refused, () => true)).model)).rejects.toThrow('No credit.');
  });
});

describe('npm run eval', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 're-mirai-eval-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bench/eval.ts', ...args], {
      env: { PATH: process.env.PATH },
    });
    const exit = once(child, 'exit') as Promise<[number]>;
    const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    return { printed, complaint, code };
  };
  const note = 'This run proves the pipeline: the stand-in answers from the persona by rule.';

  it('prints the table, draws the chart and says that a stand-in answered', async () => {
    const out = join(folder, 'report.html');
    const { printed, code } = await run('--people', '6', '--turns', '2', '--talks', '1', '--out', out);
    expect(printed).toContain(note);
    expect(printed).toMatch(/normalised faithfulness +≥ 0\.85 +\d\.\d\d .* met/);
    expect(printed).toMatch(/Model mirai-demo-1: \d+ calls/);
    expect(code).toBe(0);
    const page = await readFile(out, 'utf8');
    expect(page).toContain(note);
    expect(page).toMatch(/<svg[\s\S]*0\.85: goal[\s\S]*<\/svg>/);
    expect(page.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|src=/);
  });

  it('exits with 1 where the stand-in misses a goal, and prints no name or answer of a real cohort', async () => {
    const [cohorts, out] = [join(folder, 'cohorts.json'), join(folder, 'missed.html')];
    // Two friends against two: whichever is held out, the rest say the opposite on the whole.
    const [one, other] = ['55555111115515111511', '11111555551151555155'] as const;
    const friends = [one, one, other, other].map((scales) => sheet(scales));
    await writeFile(cohorts, JSON.stringify([{ locale: 'EN', name: 'Wilhelmina', friends }]));
    const { printed, code } = await run('--cohorts', cohorts, '--talks', '0', '--out', out);
    expect(printed).toMatch(/normalised faithfulness +≥ 0\.85 +undefined .* missed/);
    expect(printed).toMatch(/control: shuffled evidence .* not measured/);
    expect(code).toBe(1);
    expect(printed + (await readFile(out, 'utf8'))).not.toContain('Wilhelmina');
  });

  it('refuses what it does not understand before anything is asked', async () => {
    const { complaint, code } = await run('--people', '1');
    expect(complaint).toContain('--people must be at least 2');
    expect(code).toBe(1);
  });
});
