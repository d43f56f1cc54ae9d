import { chatScenes } from '../../scripts/scenes/chatScenes.js';
import { checkStates } from './checkStates.js';

checkStates(chatScenes);
