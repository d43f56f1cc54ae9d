import type { Poles } from './evidenceWording.js';

/** Names of both ends of each trait. */
export const japanesePoles: Poles<{ is: string; more: string }> = {
  E: { high: { is: '社交的な', more: '社交的な' }, low: { is: '物静かな', more: '物静かな' } },
  A: { high: { is: '心のあたたかい', more: 'あたたかい' }, low: { is: '冷静な', more: '冷静な' } },
  C: { high: { is: 'きちんとした', more: 'きちんとした' }, low: { is: 'おおらかな', more: 'おおらかな' } },
  N: { high: { is: '感じやすい', more: '感じやすい' }, low: { is: '落ち着いた', more: '落ち着いた' } },
  I: { high: { is: '発想の豊かな', more: '発想の豊かな' }, low: { is: '現実的な', more: '現実的な' } },
};
