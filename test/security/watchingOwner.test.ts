import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission } from '../../client/friends.js';
import {
  PersonaChangedDocument,
  SubmitResponseDocument,
  SurveyProgressedDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { ownerReader, settled } from './ownerRecords.js';
import { simulatedAnswers, type SimulatedFriend, simulatedFriends } from './simulatedFriends.js';

const test = useApp();
const owner = usePerson(test);

const [fast, slow] = simulatedFriends(9, 2) as [SimulatedFriend, SimulatedFriend];
/** Two responses that differ in everything: text, words and time. */
const between = [
  { ...slow, line: '그 사람은 언제나 '.repeat(14).slice(0, 140), elapsedMs: 3_000_000 },
  { ...fast, line: undefined, words: [], elapsedMs: 20_000 },
];

it('between releases, an owner who polls everything and follows every event sees only the count change', async () => {
  const { client } = owner;
  const survey = await newSurvey(client);
  await threeAnswers(test.url, survey.slug);
  await statesUntil(client, survey.persona.id, ['READY']);
  await settled(test, survey.persona.id);

  const read = await ownerReader(client, survey);
  const { snapshot } = await read();
  const events: object[] = [];
  const collect = async (source: AsyncIterable<object>): Promise<void> => {
    for await (const event of source) events.push(event);
  };
  const progress = client.follow(SurveyProgressedDocument, { surveyId: survey.id });
  const persona = client.follow(PersonaChangedDocument, { personaId: survey.persona.id });
  const following = [collect(progress), collect(persona)];
  await until('both subscriptions have sent their state', async () => events.length === 2);

  let isOver = false;
  const polls = new Map<string, Set<number>>();
  const polling = (async () => {
    do {
      const poll = await read();
      polls.set(poll.snapshot, (polls.get(poll.snapshot) ?? new Set()).add(poll.count));
    } while (!isOver);
  })();
  const friend = new ApiClient(test.url);
  for (const [index, { elapsedMs, ...view }] of between.entries()) {
    const answers = simulatedAnswers(view);
    const input = submission(survey.slug, view, { answers, elapsedMs });
    await friend.run(SubmitResponseDocument, { input });
    await until('the owner has polled the new count', async () => {
      const counts = [...polls.values()].flatMap((seen) => [...seen]);
      return counts.includes(4 + index);
    });
  }
  await until('both counts have arrived', async () => events.length >= 4);
  isOver = true;
  await polling;
  await progress.return?.();
  await persona.return?.();
  await Promise.all(following);

  expect([...polls.keys()]).toEqual([snapshot]);
  expect(events.slice(2)).toEqual(
    [4, 5].map((responseCount) => ({
      surveyProgressed: { id: survey.id, responseCount, threshold: 3, status: 'OPEN' },
    })),
  );
});
