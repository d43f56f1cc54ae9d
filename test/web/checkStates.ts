import { expect, it } from 'vitest';
import { type Scene, SceneData } from '../../scripts/scenes/sceneData.js';
import { settle } from '../../scripts/scenes/settle.js';
import { showScene } from '../../scripts/scenes/showScene.js';
import { COLOUR_RULES, violationsOf } from '../testkit/accessibility.js';
import { stageOf, useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';

/** The narrowest phone, which is also a screen of 1280 px at four times the size, and text at twice the size. */
const NARROW = [
  { width: 320, height: 640, text: '100%' },
  { width: 390, height: 844, text: '200%' },
];

async function checkAccessibility({ page }: Visitor): Promise<void> {
  // What the browser does not render, because it is far below the fold, may still have the colours of the other theme.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  });
  expect(await page.locator('h1').count(), 'level-one headings').toBe(1);
  expect(await violationsOf(page), 'in the dark theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
  expect(await violationsOf(page, COLOUR_RULES), 'in the light theme').toEqual([]);
}

/** Checks that no page has to be scrolled sideways. */
async function checkWidth({ page }: Visitor): Promise<void> {
  const viewport = page.viewportSize();
  for (const { text, ...size } of NARROW) {
    await page.setViewportSize(size);
    const wide = await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      return document.documentElement.scrollWidth <= innerWidth
        ? []
        : [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    }, text);
    expect(wide, `too wide for ${size.width} px with text at ${text}`).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  if (viewport !== null) await page.setViewportSize(viewport);
}

/** The text of the page, without live announcements, which are not repeated after a reload. */
const shown = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => {
    for (const announcement of document.querySelectorAll<HTMLElement>(
      '.visually-hidden:is([aria-live], [role="status"])',
    ))
      announcement.hidden = true;
    return document.querySelector('main')?.innerText ?? '';
  });

async function checkReload(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const before = await shown(visitor);
  await page.reload();
  await settle(page);
  await expect.poll(() => shown(visitor)).toBe(before);
}

/** Visits states of the app, each on its own device, and checks what holds in all of them. */
export function checkStates(scenes: readonly Scene[]): void {
  const web = useWeb();
  let world: SceneData | undefined;
  it.each(scenes)(
    '$name: accessible in both themes, fits 320 px, and is the same after a reload',
    async (scene) => {
      world ??= new SceneData(stageOf(web), 'EN');
      if (scene.model !== undefined) web.app.model.script(scene.model);
      const person = scene.who === undefined ? undefined : await world.person(scene.who);
      const visitor = await web.open('phone', { storageState: person?.storage, colorScheme: 'dark' });
      if (scene.noise !== undefined) visitor.allow(scene.noise);
      await showScene(visitor.page, world, scene);
      await checkAccessibility(visitor);
      await checkWidth(visitor);
      if (scene.isFleeting !== true) await checkReload(visitor);
    },
  );
}
