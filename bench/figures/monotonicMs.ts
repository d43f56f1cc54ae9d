/** Milliseconds of the system's monotonic clock: one clock for all processes of a machine, which nobody sets. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
