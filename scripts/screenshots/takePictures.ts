import type { Browser } from 'playwright-core';
import { type Device, devices } from '../browser/devices.js';
import type { Scene, SceneData } from '../scenes/sceneData.js';
import { showScene } from '../scenes/showScene.js';

export const themes = ['dark', 'light'] as const;

const browserLocale = { EN: 'en-US', KO: 'ko-KR', JA: 'ja-JP' } as const;

/**
 * Takes a scene's pictures on a fresh device, in both themes.
 * @param fileOf the file for each theme
 */
export async function takePictures(
  browser: Browser,
  data: SceneData,
  scene: Scene,
  device: Device,
  fileOf: (theme: (typeof themes)[number]) => string,
): Promise<void> {
  const person = scene.who === undefined ? undefined : await data.person(scene.who);
  await using context = await browser.newContext({
    ...devices[device],
    deviceScaleFactor: device === 'phone' ? 2 : 1,
    baseURL: data.stage.url,
    locale: browserLocale[data.locale],
    colorScheme: themes[0],
    reducedMotion: 'reduce',
    storageState: person?.storage,
  });
  const page = await context.newPage();
  await showScene(page, data, scene);
  // A dialog belongs to the window, not to the page.
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    const path = fileOf(colorScheme);
    await page.screenshot({ path, fullPage, animations: 'disabled', caret: 'hide' });
  }
}
