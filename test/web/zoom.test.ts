import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../scripts/scenes/sceneData.js';
import { SceneData } from '../../scripts/scenes/sceneData.js';
import { scenes } from '../../scripts/scenes/scenes.js';
import { settle } from '../../scripts/scenes/settle.js';
import { showScene } from '../../scripts/scenes/showScene.js';
import { locales } from '../../src/locale.js';
import { stageOf, useWeb } from '../testkit/useWeb.js';

const web = useWeb();

/** A window of 1280 × 1024 pixels, zoomed to 400 %. */
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
const readers = { EN: 'en-US', KO: 'ko-KR', JA: 'ja-JP' } as const;

const names = [
  'landing-first',
  'answer-intro',
  'answer-relation',
  'answer-scale',
  'answer-words',
  'answer-line',
  'thanks-first',
  'welcome-first',
  'home-full',
  'create-form',
  'survey-2',
  'survey-3',
  'persona-three',
  'chat-talk',
  'survey-funnel',
  'compare-result',
  'invitation-signed-out',
  'settings-all',
  'privacy-policy',
  'public-persona',
];
const shown = names.map((name) => {
  const scene = scenes.find((one) => one.name === name);
  if (scene === undefined) throw new Error(`There is no scene ${name}.`);
  return scene;
});

/** What is wider than the window, so that the page has to be scrolled sideways. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`),
  );

/** The controls of the page, or of its open dialog, that cannot be scrolled to where a pointer would hit them. */
const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const place = document.querySelector('dialog[open]') ?? document;
    const controls = place.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
    if (controls.length === 0) return ['there are none'];
    return [...controls].flatMap((control) => {
      // A choice is tapped on its label.
      const target = control.closest('label') ?? control;
      if (!target.checkVisibility({ visibilityProperty: true })) return [];
      // Shown when it has the focus.
      if (target.matches('.skip, .visually-hidden, .visually-hidden *')) return [];
      target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = target.getClientRects()[0];
      if (box === undefined) return [];
      const isInside = box.left >= -1 && box.right <= innerWidth + 1;
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      return isInside && target.contains(hit)
        ? []
        : [
            `${target.tagName} “${target.textContent?.trim().slice(0, 40)}” at ${Math.round(box.left)}–${Math.round(box.right)}, ${Math.round(box.top)}–${Math.round(box.bottom)} under ${hit?.tagName}.${hit?.getAttribute('class')}`,
          ];
    });
  });

describe.each(locales)('zoomed to 400 percent, in %s,', (locale) => {
  let world: SceneData | undefined;

  /** Shows a scene in the zoomed window. */
  async function open(scene: Scene): Promise<Page> {
    world ??= new SceneData(stageOf(web), locale);
    const person = scene.who === undefined ? undefined : await world.person(scene.who);
    const options = { ...zoomed, locale: readers[locale], storageState: person?.storage };
    const { page } = await web.open('desktop', options);
    await showScene(page, world, scene);
    return page;
  }

  it.each(shown)('$name does not scroll sideways, and each of its controls can be reached', async (scene) => {
    const page = await open(scene);
    expect(await tooWide(page)).toEqual([]);
    expect(await unreachable(page)).toEqual([]);
  });

  it('the inbox does not scroll sideways, and each of its controls can be reached', async () => {
    const page = await open({ name: 'inbox', path: () => '/home', who: 'owner' });
    await page.locator('.bell button').click();
    await page.getByRole('dialog').waitFor();
    await settle(page);
    expect(await tooWide(page)).toEqual([]);
    expect(await unreachable(page)).toEqual([]);
  });
});
