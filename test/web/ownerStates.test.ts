import { ownerScenes } from '../../scripts/scenes/ownerScenes.js';
import { checkStates } from './states.js';

checkStates(ownerScenes);
