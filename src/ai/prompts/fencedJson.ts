/**
 * Fences data as JSON for the user message of a prompt. Backticks and angle brackets inside strings are
 * escaped, so no text that people wrote can close the fence or look like markup. The meaning of the JSON does
 * not change.
 * @param indent 0 where every token counts
 */
export function fencedJson(data: unknown, indent: 0 | 1 = 1): string {
  const json = JSON.stringify(data, null, indent).replace(
    /[`<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `\`\`\`json\n${json}\n\`\`\``;
}
