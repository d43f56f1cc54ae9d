import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useWeb } from '../testkit/useWeb.js';

const web = useWeb();

/** Opens the tab of an operation and runs it. @returns its result */
async function run(page: Page, operation: string): Promise<{ data?: unknown; errors?: unknown }> {
  await page.getByRole('tab', { name: operation, exact: true }).click();
  const answered = page.waitForResponse((response) => {
    const sent = response.request().postData() ?? '';
    return response.url().endsWith('/graphql') && sent.includes(`"operationName":"${operation}"`);
  });
  await page.locator('.graphiql-execute-button').click();
  return (await (await answered).json()) as { data?: unknown; errors?: unknown };
}

it('the first run in the playground succeeds, and its token is set in the other tabs', async () => {
  const { page } = await web.open('desktop');
  await page.goto('/graphql');
  const answered = page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('"operationName":"SignIn"'),
  );
  await page.locator('.graphiql-execute-button').click();
  expect(await (await answered).json()).toMatchObject({
    data: { signInWithGoogle: { user: { displayName: 'Minji' } } },
  });
  await page.locator('.graphiql-response').getByText('accessToken').first().waitFor();
  const created = await run(page, 'CreateSurvey');
  expect(created).toMatchObject({ data: { createSurvey: { survey: { responseCount: 0 } } } });
});

it('in the playground, a subscription gets its token and id from the tabs before', async () => {
  const { page } = await web.open('desktop');
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  await page.goto('/graphql');
  await page.locator('.graphiql-execute-button').waitFor();
  expect((await run(page, 'CreateSurvey')).errors).toBeUndefined();
  await page.getByRole('tab', { name: 'SurveyProgressed', exact: true }).click();
  await page.locator('.graphiql-execute-button').click();
  await expect
    .poll(() => frames.find((frame) => frame.includes('"next"')) ?? '')
    .toContain('"responseCount":0');
});
