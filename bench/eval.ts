import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pino } from 'pino';
import { createAi } from '../src/ai/createAi.js';
import { demoModels } from '../src/modelSettings.js';
import { CHAT_PROMPT_VERSION } from '../src/ai/prompts/chat.js';
import { promptVersions } from '../src/ai/prompts/personaText.js';
import { readConfig } from '../src/config.js';
import { startOpenAiStandIn } from '../stand-ins/openai/server/server.js';
import { evalOptions } from './eval/evalOptions.js';
import { evaluateCohorts, expectedCalls } from './eval/evaluateCohorts.js';
import { goals } from './eval/figures/goals.js';
import { summarise } from './eval/figures/summarise.js';
import { INTERVIEW_PROMPT_VERSION } from './eval/interview/interviewInstructions.js';
import { meteredModel } from './eval/meteredModel.js';
import { readCohorts } from './eval/people/readCohorts.js';
import { simulateCohorts } from './eval/people/simulateCohorts.js';
import { progress } from './eval/report/progress.js';
import { reportPage } from './eval/report/reportPage.js';
import { DEMO_NOTE, type Run, runNotes } from './eval/report/runNotes.js';
import { table } from './eval/report/table.js';

/**
 * Measures how faithful personas are to the friends they are made from, without database or server: `npm run
 * eval -- [options]`, see evalOptions.ts. Uses OPENAI_BASE_URL or OpenAI as the product does, or else its own
 * stand-in. Exits with 1 if the stand-in misses a goal, because then the pipeline is broken. A real model's
 * misses are only reported in the table.
 */
async function run(args: string[]): Promise<void> {
  const options = evalOptions(args);
  const config = readConfig();
  const cohorts =
    options.cohorts === undefined ? simulateCohorts(options) : await readCohorts(options.cohorts);
  await using opened = new AsyncDisposableStack();
  const models = config.models ?? demoModels(opened.use(await startOpenAiStandIn()).url, config.moderation);
  const log = pino({ level: 'silent' });
  const { textModel, isDemo } = createAi(models, {
    isDemo: config.models === null,
    log,
    // A call that was not made would say nothing about the model.
    cooling: { failures: Infinity, firstMs: 1, longestMs: 1 },
  });
  const evaluation = { ...options, heldOut: options['held-out'] };
  if (isDemo) process.stdout.write(`${DEMO_NOTE}\n\n`);

  const started = performance.now();
  const waiting = progress(process.stderr, expectedCalls(cohorts, evaluation));
  opened.use(waiting);
  const { model, spent } = meteredModel(textModel, (answered) => waiting.update(answered));
  const findings = await evaluateCohorts(cohorts, model, {
    ...evaluation,
    budget: config.contextTokens,
    signal: new AbortController().signal,
  });
  const summary = summarise(findings, options.seed);
  const report: Run = {
    summary,
    spent,
    isDemo,
    source: options.cohorts === undefined ? `simulated, seed ${options.seed}` : basename(options.cohorts),
    seconds: (performance.now() - started) / 1000,
    promptVersions: [...Object.values(promptVersions), CHAT_PROMPT_VERSION, INTERVIEW_PROMPT_VERSION],
  };
  await writeFile(options.out, reportPage(report));
  waiting[Symbol.dispose]();
  const judged = goals(summary);
  process.stdout.write(`${table(judged)}\n\n${runNotes(report).join('\n')}\nChart: ${options.out}\n`);
  if (isDemo && judged.some(({ met }) => met === false)) process.exitCode = 1;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
