import { chatScenes } from './chatScenes.js';
import { friendScenes } from './friendScenes.js';
import { ownerScenes } from './ownerScenes.js';
import { personaScenes } from './personaScenes.js';
import type { Scene } from './sceneData.js';
import { spreadScenes } from './spreadScenes.js';

/** All pages and states. */
export const scenes: readonly Scene[] = [
  ...ownerScenes,
  ...spreadScenes,
  ...personaScenes,
  ...chatScenes,
  ...friendScenes,
];
