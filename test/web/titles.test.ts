import { expect, it } from 'vitest';
import { useWeb } from '../testkit/useWeb.js';

const web = useWeb();

it.each(['en-US', 'ko-KR', 'ja-JP'])('in %s, the title of every page is its heading', async (locale) => {
  const visitor = await web.openAs('Mina Park', 'phone', { locale });
  visitor.allow(/404/);
  const { page } = visitor;
  const paths = [
    '/',
    '/privacy',
    '/receipt',
    '/home',
    '/surveys/new',
    '/practice',
    '/compare',
    '/settings',
    '/nowhere',
  ];
  for (const path of paths) {
    await page.goto(path);
    const heading = page.getByRole('heading', { level: 1 }).filter({ visible: true });
    await heading.waitFor();
    const named = async (): Promise<string> => `${await heading.innerText()} · Re:MirAI`;
    await expect.poll(named, { message: path }).toBe(await page.title());
  }
});
