import type { Poles } from './evidenceWording.js';

/** Names of both ends of each trait. */
export const englishPoles: Poles<{ is: string; more: string }> = {
  E: { high: { is: 'outgoing', more: 'more outgoing' }, low: { is: 'quiet', more: 'quieter' } },
  A: { high: { is: 'warm-hearted', more: 'warmer' }, low: { is: 'cool-headed', more: 'more cool-headed' } },
  C: { high: { is: 'orderly', more: 'more orderly' }, low: { is: 'easy-going', more: 'more easy-going' } },
  N: { high: { is: 'sensitive', more: 'more sensitive' }, low: { is: 'calm', more: 'calmer' } },
  I: {
    high: { is: 'full of ideas', more: 'fuller of ideas' },
    low: { is: 'practical', more: 'more practical' },
  },
};
