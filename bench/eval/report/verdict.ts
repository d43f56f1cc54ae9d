import type { Goal } from '../figures/goals.js';

export const verdict = ({ met }: Goal): string => (met === null ? 'not measured' : met ? 'met' : 'missed');
