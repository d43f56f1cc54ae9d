import type { Page } from 'playwright-core';
import type { Scene } from './scene.js';
import { settle } from './settle.js';
import type { SceneData } from './world.js';

/** Brings a page on a fresh device into the state of a scene. */
export async function showScene(page: Page, world: SceneData, scene: Scene): Promise<void> {
  await page.goto(await scene.path(world));
  await settle(page);
  await scene.act?.(page, world);
  await settle(page);
}
