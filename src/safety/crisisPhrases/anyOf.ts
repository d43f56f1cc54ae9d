/** Joins patterns from this code into one. Never pass user input: it is not escaped. */
export const anyOf = (alternatives: string[], edge = '', flags = 'u'): RegExp =>
  new RegExp(`${edge}(?:${alternatives.join('|')})${edge}`, flags);
