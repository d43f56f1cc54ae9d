const fence = /```json\n([\s\S]*?)\n```/;

/**
 * The fenced JSON document of a prompt.
 * @returns null if there is none
 * @throws SyntaxError if it is not JSON
 */
export function fencedIn(text: string): unknown {
  const json = fence.exec(text)?.[1];
  return json === undefined ? null : JSON.parse(json);
}
