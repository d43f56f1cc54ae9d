import { submitAnswers, threeFriends } from '../client/friends.js';
import {
  CreateSurveyDocument,
  DeleteSurveyDocument,
  PersonaChangedDocument,
} from '../operations/generated/graphql.js';
import { type Goal, measuredOnce, reportGoals } from './figures/goals.js';
import { percentile } from './figures/percentile.js';
import { startStage } from './stage/startStage.js';

/**
 * Measures the time from the commit of the third response to SYNTHESIZING at a WebSocket client, in
 * milliseconds: `npm run bench:status`. The commit's time is the time of the command's publish, which follows
 * directly. Client, API, workers and database share the machine.
 */
const ROUNDS = Number(process.argv[2] ?? 300);

await using stage = await startStage();
// The measured event precedes all model calls. A refusing model keeps the rest of the saga short.
stage.model.script({ path: 'chat', times: Infinity, do: 'refuse' });

const committed = new Map<string, number>();
const { pubsub } = stage.app.services;
const publish = pubsub.publish.bind(pubsub);
pubsub.publish = (topic, event) => {
  if (topic === 'personaChanged' && !committed.has(event.id)) committed.set(event.id, performance.now());
  publish(topic, event);
};

const latencies: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const { survey } = (await stage.owner.client.run(CreateSurveyDocument, {})).createSurvey;
  const states = stage.owner.client.follow(PersonaChangedDocument, { personaId: survey.persona.id });
  await states.next();
  const [first, second, third] = threeFriends as [
    (typeof threeFriends)[0],
    (typeof threeFriends)[0],
    (typeof threeFriends)[0],
  ];
  await submitAnswers(stage.url, survey.slug, first);
  await submitAnswers(stage.url, survey.slug, second);
  const answered = submitAnswers(stage.url, survey.slug, third);
  const { value } = await states.next();
  const arrived = performance.now();
  if (value?.personaChanged.status !== 'SYNTHESIZING')
    throw new Error(`Missed: ${value?.personaChanged.status}`);
  latencies.push(arrived - (committed.get(survey.persona.id) ?? Number.NaN));
  await answered;
  await states.return?.();
  // An owner has a limited number.
  await stage.owner.client.run(DeleteSurveyDocument, { surveyId: survey.id });
  if ((round + 1) % 50 === 0) process.stderr.write(`${round + 1} of ${ROUNDS}\n`);
}
const show = (percent: number): string => percentile(latencies, percent).toFixed(2);
process.stdout.write(
  `commit → SYNTHESIZING at the client, ${ROUNDS} sagas: p50 ${show(50)} ms, p90 ${show(90)} ms, p99 ${show(99)} ms, max ${show(100)} ms\n`,
);
const goal = (percent: number, most: number, predicted: number): Goal => ({
  what: `third answer to its live event, p${percent} of ${ROUNDS}`,
  unit: 'ms',
  goal: most,
  is: 'most',
  predicted,
  measured: measuredOnce(percentile(latencies, percent)),
});
await reportGoals({
  name: 'status',
  title: 'Live persona status',
  goals: [goal(50, 6, 6.5), goal(99, 20, 20)],
});
