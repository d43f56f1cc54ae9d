/** What a line of the list says, in the order of the list: what people write, then fields that only apps know. */
const order = [
  ...([
    'firstMessage',
    'greetings',
    'example',
    'lorebook',
    'tags',
    'notes',
    'instructions',
    'links',
  ] as const),
  ...(['app', 'others'] as const),
];

/** A line of the list of what is kept: a text of the app, with how many of it or with names. */
export interface KeptLine {
  text: (typeof order)[number];
  count: number;
  /** The app whose fields they are, or the names of fields that this app does not know. */
  names: string[];
}

const texts: Record<string, KeptLine['text']> = {
  'data.alternate_greetings': 'greetings',
  'data.group_only_greetings': 'greetings',
  'data.first_mes': 'firstMessage',
  'data.mes_example': 'example',
  'data.system_prompt': 'instructions',
  'data.post_history_instructions': 'instructions',
  'data.character_book': 'lorebook',
  'data.tags': 'tags',
  'data.creator_notes': 'notes',
  'data.creator_notes_multilingual': 'notes',
  'data.assets': 'links',
};

/** The apps whose fields have no name of their own. */
const apps: Record<string, readonly string[]> = {
  SillyTavern: [
    'talkativeness',
    'fav',
    'world',
    'depth_prompt',
    'chat',
    'create_date',
    'avatar',
    'regex_scripts',
  ],
  RisuAI: ['risuai'],
  Chub: ['chub'],
  Agnai: ['agnai'],
};

const lastPart = (name: string): string => name.replace(/^data\.(?:extensions\.)?/, '');

/** The line that a field belongs to, and the name that it adds to it. */
function lineOf(name: string): { text: KeptLine['text']; name?: string } {
  const text = texts[name];
  if (text !== undefined) return { text };
  // Other programs put their own fields beside `data` or into its extensions.
  const isOfApp = !name.startsWith('data.') || name.startsWith('data.extensions.');
  const app = Object.keys(apps).find((one) => isOfApp && apps[one]?.includes(lastPart(name)));
  return app === undefined ? { text: 'others', name: lastPart(name) } : { text: 'app', name: app };
}

/** What is kept of a card, in lines that people understand. */
export function keptLines(fields: readonly { name: string; count: number }[]): KeptLine[] {
  const lines = new Map<string, KeptLine>();
  for (const { name, count } of fields) {
    const { text, name: own } = lineOf(name);
    const key = text === 'app' ? `app ${own}` : text;
    const line = lines.get(key) ?? { text, count: 0, names: [] };
    line.count += count;
    if (own !== undefined && !line.names.includes(own)) line.names.push(own);
    lines.set(key, line);
  }
  return [...lines.values()].toSorted(
    (one, another) => order.indexOf(one.text) - order.indexOf(another.text),
  );
}
