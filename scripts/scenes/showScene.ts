import type { Page } from 'playwright-core';
import { settle } from './settle.js';
import type { Scene, SceneData } from './world.js';

/** Brings a page on a fresh device into the state of a scene. */
export async function showScene(page: Page, world: SceneData, scene: Scene): Promise<void> {
  await page.goto(await scene.path(world));
  await settle(page);
  await scene.act?.(page, world);
  await settle(page);
}
