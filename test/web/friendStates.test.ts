import { friendScenes } from '../../scripts/scenes/friendScenes.js';
import { checkStates } from './checkStates.js';

checkStates(friendScenes);
