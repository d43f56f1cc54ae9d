import { friendScenes } from '../../scripts/scenes/friendScenes.js';
import { checkStates } from './states.js';

checkStates(friendScenes);
