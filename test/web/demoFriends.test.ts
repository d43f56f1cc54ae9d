import { expect, it } from 'vitest';
import { SurveyProgressedDocument } from '../../operations/generated/graphql.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';

const web = useWeb();
const words = webWords('en');

it('in the demo, three invented friends answer at a tap, and the mirror appears', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const survey = await newSurvey(client);
  await page.goto(`/surveys/${survey.id}`);
  await page.getByRole('button', { name: words('survey.demoFriends.button') }).click();
  await page.getByRole('link', { name: words('survey.sealed.open') }).waitFor();
  for await (const { surveyProgressed } of client.follow(SurveyProgressedDocument, { surveyId: survey.id })) {
    expect(surveyProgressed.responseCount).toBe(3);
    break;
  }
  expect(await page.getByRole('button', { name: words('survey.demoFriends.button') }).count()).toBe(0);
});
