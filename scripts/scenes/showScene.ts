import type { Page } from 'playwright-core';
import type { Scene, SceneData } from './sceneData.js';
import { settle } from './settle.js';

/** Brings a page on a fresh device into the state of a scene. */
export async function showScene(page: Page, data: SceneData, scene: Scene): Promise<void> {
  await page.goto(await scene.path(data));
  await settle(page);
  await scene.act?.(page, data);
  await settle(page);
}
