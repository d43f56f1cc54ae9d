import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useWeb } from '../testkit/useWeb.js';

const web = useWeb();

/** Opens the tab of an operation. GraphiQL stores its text when it knows it, and until then runs the last tab's operation. */
async function openTab(page: Page, operation: string): Promise<void> {
  await page.locator('.graphiql-tab-button').getByText(operation, { exact: true }).click();
  const isKnown = (name: string): boolean =>
    new RegExp(`^(?:query|mutation|subscription) ${name}\\b`, 'm').test(
      localStorage.getItem('re-mirai:v2:graphiql:query') ?? '',
    );
  await page.waitForFunction(isKnown, operation);
}

/** Opens the tab of an operation and runs it. @returns its result */
async function run(page: Page, operation: string): Promise<{ data?: unknown; errors?: unknown }> {
  await openTab(page, operation);
  const answered = page.waitForResponse((response) => {
    const sent = response.request().postData() ?? '';
    return response.url().endsWith('/graphql') && sent.includes(`"operationName":"${operation}"`);
  });
  // The same button stops an operation that is still running.
  const execute = page.getByRole('button', { name: /^Execute query/ });
  await execute.click();
  const result = (await (await answered).json()) as { data?: unknown; errors?: unknown };
  // Until the result is shown, the next operation would only stop this one.
  await execute.waitFor();
  return result;
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
  await openTab(page, 'SurveyProgressed');
  await page.locator('.graphiql-execute-button').click();
  await expect
    .poll(() => frames.find((frame) => frame.includes('"next"')) ?? '')
    .toContain('"responseCount":0');
});

it('in the playground, three answers make a persona that can be read and asked, without copying an id', async () => {
  const { page } = await web.open('desktop');
  await page.goto('/graphql');
  await page.locator('.graphiql-execute-button').waitFor();
  expect((await run(page, 'CreateSurvey')).errors).toBeUndefined();
  const receipts = new Set<unknown>();
  while (receipts.size < 3) {
    const { data, errors } = await run(page, 'SubmitResponse');
    expect(errors).toBeUndefined();
    receipts.add((data as { submitResponse: { receipt: string } }).submitResponse.receipt);
  }
  expect(await run(page, 'Receipt')).toHaveProperty('data.responseByReceipt.answers');
  await expect
    .poll(() => run(page, 'Persona'), { timeout: 120_000 })
    .toMatchObject({ data: { persona: { status: 'READY' } } });
  const sent = await run(page, 'SendMessage');
  expect(sent).toMatchObject({ data: { sendMessage: { reply: { role: 'PERSONA' } } } });
  expect((await run(page, 'Messages')).errors).toBeUndefined();
});
