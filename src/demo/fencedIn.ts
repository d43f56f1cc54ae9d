const fence = /```json\n([\s\S]*?)\n```/;

/** What a prompt tells as data: its one fenced JSON document. @returns null where there is none @throws SyntaxError when it is no JSON */
export function fencedIn(text: string): unknown {
  const json = fence.exec(text)?.[1];
  return json === undefined ? null : JSON.parse(json);
}
