import { ownerScenes } from '../../scripts/scenes/ownerScenes.js';
import { checkStates } from './checkStates.js';

checkStates(ownerScenes);
