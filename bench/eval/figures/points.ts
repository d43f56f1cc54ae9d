/** A figure for people to read: two decimals, and no zero with a sign. */
export const points = (value: number): string =>
  Number.isNaN(value) ? 'undefined' : value.toFixed(2).replace(/^-(0\.00)$/, '$1');
