import { personaScenes } from '../../scripts/scenes/personaScenes.js';
import { checkStates } from './states.js';

checkStates(personaScenes);
