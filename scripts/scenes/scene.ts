import type { Page } from 'playwright-core';
import type { Behaviour } from '../../stand-ins/openai/server/behaviour.js';
import type { SceneData } from './world.js';

/** One state of one page, for screenshots and checks. */
export interface Scene {
  /** `<page>-<state>`: the prefix of the picture files' names. */
  name: string;
  /** The page's path. Also creates the data that the scene needs. */
  path: (world: SceneData) => Promise<string> | string;
  /** The signed-in person; signed out if omitted. */
  who?: 'owner' | 'nobody' | 'newcomer' | 'child';
  /** Also shown in Korean and Japanese. */
  isLocalised?: boolean;
  /** The user's actions that lead to the state. */
  act?: (page: Page, world: SceneData) => Promise<void>;
  /** True if a reload ends the state, for example an open dialog. */
  isFleeting?: boolean;
  /** Expected console output, for example the status of a missing page. */
  noise?: RegExp;
  /** The model's scripted behaviour. The caller that shows the scene clears it afterwards. */
  model?: Behaviour;
}
