const OLDEST_YEARS = 120;

/**
 * A month of birth in the format of the API.
 * @param year as typed
 * @param month `1` to `12`
 * @param today `YYYY-MM…`
 * @returns `YYYY-MM`; null if it is not a month, is in the future, or is more than 120 years ago
 */
export function parseBirthMonth(year: string, month: string, today: string): string | null {
  // A Japanese or Korean keyboard may type full-width digits.
  const digits = year.normalize('NFKC').trim();
  if (!/^\d{4}$/.test(digits) || !/^(?:[1-9]|1[0-2])$/.test(month)) return null;
  const birthMonth = `${digits}-${month.padStart(2, '0')}`;
  const now = today.slice(0, 7);
  const earliest = `${Number(now.slice(0, 4)) - OLDEST_YEARS}${now.slice(4)}`;
  return birthMonth <= now && birthMonth >= earliest ? birthMonth : null;
}
