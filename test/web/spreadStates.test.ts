import { spreadScenes } from '../../scripts/scenes/spreadScenes.js';
import { checkStates } from './checkStates.js';

checkStates(spreadScenes);
