import { expect, it } from 'vitest';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { appStarted } from './steps/appStart.js';

const web = useWeb();

it.each(['en', 'ko', 'ja'] as const)(
  'in %s, the start page loads an example when it is scrolled to, and each sentence opens its evidence',
  async (locale) => {
    const { page, context } = await web.open('phone', { locale });
    const requested: string[] = [];
    context.on('request', (request) => requested.push(new URL(request.url()).pathname));
    const words = webWords(locale);
    await page.goto('/');
    await appStarted(page);
    const footer = page.getByRole('contentinfo');
    expect(requested.some((path) => path.includes('exampleMirror'))).toBe(false);
    await footer.scrollIntoViewIfNeeded();
    const example = page.getByRole('article', { name: words('example.title') });
    await example.getByRole('img', { name: words('example.alt') }).waitFor();
    for (const number of [1, 2, 3]) {
      const evidence = example.getByText(words(`example.evidence${number}`));
      expect(await evidence.isVisible()).toBe(false);
      await example.getByText(words(`example.sentence${number}`)).click();
      await evidence.waitFor();
      await example.getByText(words(`example.sentence${number}`)).click();
    }
  },
);
