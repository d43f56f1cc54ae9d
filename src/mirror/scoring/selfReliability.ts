import type { PerTrait } from '../traits.js';

/**
 * Cronbach's α of the four items of a trait, computed by us from the data behind the norms (self-reports).
 */
export const selfReliability: PerTrait<number> = { E: 0.8, A: 0.8, C: 0.68, N: 0.67, I: 0.68 };
