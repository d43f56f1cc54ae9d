import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { canonicalAnswers } from '../../src/measurement/answers.js';
import { send, talker } from '../chat/talk.js';
import { newSurvey } from '../testkit/seed.js';
import { dataKeys } from '../testkit/dataKeys.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp({ env: { DATA_KEYS: `plain,${dataKeys}` } });

it('with plain as the first key, rows are as a version before encryption writes and reads them', async () => {
  await using owner = await talker(test.url);
  const survey = await newSurvey(owner.client);
  const input = submission(survey.slug, { ...threeFriends[0]!, line: 'a readable line' });
  await new ApiClient(test.url).run(SubmitResponseDocument, { input });
  const { message } = await send(owner.client, owner.personaId, 'A readable question?');
  const em = test.app.services.orm.em.fork();
  const [response] = await em.execute<{ answers: never[]; content_hash: string }[]>(
    'select answers, content_hash from response where survey_id = ?',
    [survey.id],
  );
  expect(response?.answers).toContainEqual({ questionId: 'OT1', text: 'a readable line' });
  const content = JSON.stringify([
    input.relation,
    input.closeness,
    canonicalAnswers(response?.answers ?? []),
  ]);
  expect(response?.content_hash).toBe(createHash('sha256').update(content).digest('hex'));
  const [row] = await em.execute<{ text: string }[]>('select text from message where id = ?', [message.id]);
  expect(row?.text).toBe('A readable question?');
});
