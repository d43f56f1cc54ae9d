const DAY_MS = 86_400_000;
/** Four weeks fit on a phone. */
export const CHART_DAYS = 28;

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/**
 * The last days of a measure, oldest first, as bars.
 * @param counted days on which something was counted
 * @param until the last counted day, `YYYY-MM-DD`
 * @returns the height of each day's bar, 0–1 of the highest; all 0 if nothing was counted
 */
export function funnelBars(
  counted: readonly { day: string; times: number }[],
  until: string,
  days = CHART_DAYS,
): { day: string; height: number }[] {
  const timesOf = new Map(counted.map(({ day, times }) => [day, times]));
  const shown = Array.from({ length: days }, (_, index) => dayBefore(until, days - 1 - index));
  const highest = Math.max(...shown.map((day) => timesOf.get(day) ?? 0), 1);
  return shown.map((day) => ({ day, height: (timesOf.get(day) ?? 0) / highest }));
}
