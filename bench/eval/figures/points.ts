/** Formats a figure with two decimals and without negative zero. */
export const points = (value: number): string =>
  Number.isNaN(value) ? 'undefined' : value.toFixed(2).replace(/^-(0\.00)$/, '$1');
