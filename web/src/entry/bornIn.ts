const OLDEST_YEARS = 120;

/**
 * A month of birth as the API takes it.
 * @param year as typed; @param month `1` to `12`
 * @param today `YYYY-MM…`
 * @returns `YYYY-MM`, or null for what is no month in which somebody alive was born
 */
export function bornIn(year: string, month: string, today: string): string | null {
  // A Japanese or Korean keyboard may type wide digits.
  const digits = year.normalize('NFKC').trim();
  if (!/^\d{4}$/.test(digits) || !/^(?:[1-9]|1[0-2])$/.test(month)) return null;
  const born = `${digits}-${month.padStart(2, '0')}`;
  const now = today.slice(0, 7);
  const earliest = `${Number(now.slice(0, 4)) - OLDEST_YEARS}${now.slice(4)}`;
  return born <= now && born >= earliest ? born : null;
}
