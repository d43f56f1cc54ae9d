/** One pattern out of many of our own; nothing that people wrote is ever made into one. */
export const anyOf = (alternatives: string[], edge = '', flags = 'u'): RegExp =>
  new RegExp(`${edge}(?:${alternatives.join('|')})${edge}`, flags);
