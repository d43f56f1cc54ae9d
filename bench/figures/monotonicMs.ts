/**
 * Milliseconds of the system's monotonic clock, which all processes of a machine share and which is never
 * adjusted.
 */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
