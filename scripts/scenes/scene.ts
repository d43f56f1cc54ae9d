import type { Page } from 'playwright-core';
import type { Behaviour } from '../../src/demo/behaviour.js';
import type { World } from './world.js';

/** One state of one page: what there is to picture and to check. */
export interface Scene {
  /** `<page>-<state>`: the beginning of its pictures' names. */
  name: string;
  /** Where it is; making what there is to see is part of finding it. */
  path: (world: World) => Promise<string> | string;
  /** Who looks: nobody who has signed in, unless it says. */
  who?: 'owner' | 'nobody' | 'newcomer' | 'child';
  /** Shown in Korean and Japanese too. */
  isSpoken?: boolean;
  /** What a person does there, until the state is reached. */
  act?: (page: Page, world: World) => Promise<void>;
  /** A reload ends it, as it closes a dialog. */
  isFleeting?: boolean;
  /** What the browser's console is expected to say here, such as the status of a page that is not there. */
  noise?: RegExp;
  /** What is told to the model first; whoever shows the scene lets it answer well again. */
  model?: Behaviour;
}
