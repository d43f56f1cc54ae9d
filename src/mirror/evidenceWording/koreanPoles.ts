import type { Poles } from './evidenceWording.js';

/** Names of both ends of each trait. */
export const koreanPoles: Poles<{ is: string; more: string }> = {
  E: { high: { is: '활발한', more: '활발한' }, low: { is: '조용한', more: '조용한' } },
  A: { high: { is: '마음이 따뜻한', more: '따뜻한' }, low: { is: '냉철한', more: '냉철한' } },
  C: { high: { is: '꼼꼼한', more: '꼼꼼한' }, low: { is: '느긋하고 자유로운', more: '자유로운' } },
  N: { high: { is: '감수성이 예민한', more: '예민한' }, low: { is: '차분한', more: '차분한' } },
  I: {
    high: { is: '생각과 상상이 풍부한', more: '상상이 풍부한' },
    low: { is: '현실적인', more: '현실적인' },
  },
};
