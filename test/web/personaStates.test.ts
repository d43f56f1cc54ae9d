import { personaScenes } from '../../scripts/scenes/personaScenes.js';
import { checkStates } from './checkStates.js';

checkStates(personaScenes);
