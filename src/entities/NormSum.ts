import { defineEntity, p } from '@mikro-orm/core';
import { locales } from '../locale.js';
import type { NormSums } from '../measurement/informantNorms/normSums.js';
import type { LeniencyBias } from '../measurement/insight/leniencyBias.js';

const NormSumSchema = defineEntity({
  name: 'NormSum',
  properties: {
    locale: p.enum(locales).primary(),
    sums: p.json<NormSums>(),
    leniencyBias: p.json<LeniencyBias>().name('kindness'),
  },
});

/**
 * The sums over people that a language's own norms are computed from. No person can be identified in them.
 */
export class NormSum extends NormSumSchema.class {}
NormSumSchema.setClass(NormSum);
