import type { Behaviour } from './behaviour.js';
import { azure } from './behaviours/azure.js';
import { decorations } from './behaviours/decorations.js';
import { faults } from './behaviours/faults.js';
import { google } from './behaviours/google.js';
import { hosted } from './behaviours/hosted.js';
import { local } from './behaviours/local.js';
import { openAi } from './behaviours/openAi.js';
import { thoughts } from './behaviours/thoughts.js';

/** All behaviours by name. Each is what one documented provider does; only the prose of the answers is ours. */
export const behaviours: Record<string, Behaviour> = {
  ...openAi,
  ...azure,
  ...local,
  ...thoughts,
  ...hosted,
  ...google,
  ...decorations,
  ...faults,
};
