import { submitAnswers, threeFriends } from '../client/friends.js';
import { CreateSurveyDocument, PersonaChangedDocument } from '../operations/generated/graphql.js';
import { startStage } from './stage/startStage.js';

/**
 * Compares sagas started at once with one alone, with a slow model: `npm run bench:backlog [sagas]`. A ratio
 * near 1 means that they run in parallel. A ratio near the number of sagas would mean that they run in
 * sequence.
 */
const SAGAS = Number(process.argv[2] ?? 20);
const MODEL_MS = 3_000;

await using stage = await startStage();
for (const path of ['chat', 'images'] as const)
  stage.model.script({ path, times: Infinity, do: 'slow', delayMs: MODEL_MS });

/** Starts this many sagas at the same moment. @returns milliseconds until the last persona is READY */
async function run(sagas: number): Promise<number> {
  const surveys = [];
  for (let index = 0; index < sagas; index += 1) {
    const { survey } = (await stage.owner.client.run(CreateSurveyDocument, {})).createSurvey;
    for (const view of threeFriends.slice(0, 2)) await submitAnswers(stage.url, survey.slug, view);
    surveys.push(survey);
  }
  const ready = surveys.map(async ({ persona }) => {
    const states = stage.owner.client.follow(PersonaChangedDocument, { personaId: persona.id });
    for await (const { personaChanged } of states) if (personaChanged.status === 'READY') return;
  });
  const started = performance.now();
  const [, , third] = threeFriends;
  await Promise.all(surveys.map(({ slug }) => submitAnswers(stage.url, slug, third!)));
  await Promise.all(ready);
  return performance.now() - started;
}

await run(1); // Warm up: compiled code, connections.
const one = await run(1);
const many = await run(SAGAS);
process.stdout.write(
  `one saga ${one.toFixed(0)} ms, ${SAGAS} at once ${many.toFixed(0)} ms: ${(many / one).toFixed(2)} times as long (the model's own time: ${2 * MODEL_MS} ms)\n`,
);
