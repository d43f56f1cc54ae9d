/**
 * A month of birth.
 * @param years whole years, plus one month: a person born then has been that old since last month
 * @param months later than that
 */
export function bornYearsAgo(years: number, months = 0): string {
  const today = new Date();
  const month = new Date(Date.UTC(today.getUTCFullYear() - years, today.getUTCMonth() - 1 + months, 1));
  return month.toISOString().slice(0, 7);
}
