import type { PerTrait } from '../traits.js';

/**
 * Correlation between two friends' views of one person (r₀): between the .29–.35 that online informants reach
 * (Collabra 7(1):25983) and the known advantage of extraversion, which everyone can see. To be refitted on
 * our own data.
 */
export const raterReliability: PerTrait<number> = { E: 0.4, A: 0.33, C: 0.33, N: 0.33, I: 0.33 };
/**
 * Cronbach's α of the four items of a trait, computed by us from the data behind the norms (self-reports).
 */
export const selfReliability: PerTrait<number> = { E: 0.8, A: 0.8, C: 0.68, N: 0.67, I: 0.68 };
