import { chatScenes } from '../../scripts/scenes/chatScenes.js';
import { checkStates } from './states.js';

checkStates(chatScenes);
