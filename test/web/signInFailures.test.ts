import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SignOutDocument } from '../../operations/generated/graphql.js';
import { mirrorMessages } from '../../scripts/browser/chat.js';
import { newEmail } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { signInByRedirect } from './steps/becomeOwner.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();
const words = webWords('en');

/** Answers a sign-in in the server's place, once, or breaks the connection. */
type Reply = { code: string; status: number; retryAfter?: number } | 'broken';

/** Replies to the first sign-ins of a page; the server has the rest. @returns the ID tokens that were sent */
async function replyToSignIns(page: Page, replies: Reply[]): Promise<string[]> {
  const tokens: string[] = [];
  await page.route('**/graphql', async (route: Route) => {
    const body = route.request().postDataJSON() as { variables?: { idToken?: string } } | null;
    const idToken = body?.variables?.idToken;
    if (idToken === undefined) return route.fallback();
    tokens.push(idToken);
    const reply = replies.shift();
    if (reply === undefined) return route.fallback();
    if (reply === 'broken') return route.abort('connectionreset');
    const { status, ...extensions } = reply;
    const json = { errors: [{ message: 'Refused.', extensions }], data: null };
    return route.fulfill({ status, json });
  });
  return tokens;
}

const welcome = (page: Page) => page.getByRole('heading', { level: 1, name: words('entry.before') });
const someoneNew = () => ({ name: 'Mina Park', email: newEmail() });

describe('a sign-in', () => {
  it('that the server asks to wait is tried again by itself with the same token', async () => {
    const visitor = await web.open('phone');
    visitor.allow(/429|503/);
    const { page } = visitor;
    const tokens = await replyToSignIns(page, [
      { code: 'RATE_LIMITED', status: 429, retryAfter: 1 },
      { code: 'SERVICE_UNAVAILABLE', status: 503, retryAfter: 1 },
    ]);
    await page.goto('/');
    await signInByRedirect(page, 'en', someoneNew());
    await page.getByText(words('entry.waiting')).waitFor();
    await welcome(page).waitFor();
    // A server on a busy machine may ask to wait once more.
    expect(tokens.length).toBeGreaterThanOrEqual(3);
    expect(new Set(tokens).size).toBe(1);
  });

  it('whose connection breaks can be tried again without going back to Google', async () => {
    const visitor = await web.open('phone');
    visitor.allow(/ERR_CONNECTION_RESET/);
    const { page } = visitor;
    const tokens = await replyToSignIns(page, ['broken']);
    await page.goto('/');
    await signInByRedirect(page, 'en', someoneNew());
    await page.getByText(words('entry.problem.unreachable')).waitFor();
    await page.getByRole('button', { name: words('entry.retry') }).click();
    await welcome(page).waitFor();
    expect(new Set(tokens).size).toBe(1);
  });

  it('whose token is refused has to begin again', async () => {
    const visitor = await web.open('phone');
    visitor.allow(/401/);
    await replyToSignIns(visitor.page, [{ code: 'UNAUTHENTICATED', status: 401 }]);
    await visitor.page.goto('/');
    await signInByRedirect(visitor.page, 'en', someoneNew());
    await visitor.page.getByText(words('entry.problem.refused')).waitFor();
  });

  it('that was cancelled says so', async () => {
    const { page } = await web.open('phone');
    await page.goto('/auth/callback#error=access_denied');
    await page.getByText(words('entry.problem.cancelled')).waitFor();
  });

  it('whose address is used again says so', async () => {
    const { page } = await web.open('phone');
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await page.goto('/');
    await signInByRedirect(page, 'en', someoneNew());
    await welcome(page).waitFor();
    const used = addresses.find((address) => address.includes('id_token='));
    await page.goto('/privacy');
    await page.goto(used ?? '');
    await page.getByText(words('entry.problem.used')).waitFor();
  });

  it('that another tab has begun says so', async () => {
    const { page } = await web.open('phone');
    await page.goto('/auth/callback#id_token=token&state=state');
    await page.getByText(words('entry.problem.foreign')).waitFor();
  });

  it('in a browser that stores nothing says why it cannot be finished', async () => {
    const { page } = await web.open('phone');
    await page.addInitScript(
      `Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('Blocked', 'SecurityError'); } });`,
    );
    await page.goto('/');
    await signInByRedirect(page, 'en', someoneNew());
    await page.getByText(words('entry.problem.forgotten')).waitFor();
  });
});

it('an unsent message is gone from the device when the session ends elsewhere', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  owner.allow(/401|WebSocket/);
  const { page, client } = owner;
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await mirrorMessages(page).first().waitFor();
  await page.locator('.composer textarea').fill('Nobody else should read this.');
  const chatKeys = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mirai.chat.')));
  await expect.poll(chatKeys).toHaveLength(1);
  await client.run(SignOutDocument, {});
  await page.waitForURL((url) => url.pathname === '/');
  expect(await chatKeys()).toEqual([]);
});
