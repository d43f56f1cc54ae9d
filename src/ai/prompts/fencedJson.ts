/**
 * Data for the user message of a prompt, fenced. Backticks and angle brackets inside strings become escapes, so no text that people
 * wrote can close the fence or look like markup; the JSON means the same.
 */
export function fencedJson(data: unknown): string {
  const json = JSON.stringify(data, null, 1).replace(
    /[`<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `\`\`\`json\n${json}\n\`\`\``;
}
