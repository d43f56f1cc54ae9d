import { expect, it } from 'vitest';
import { keptLines } from '../../../web/src/features/persona/rules/keptLines.js';

it('what is kept is listed by what it is: what people wrote, then the fields of each app, then the others', () => {
  expect(
    keptLines([
      { name: 'data.x_mood', count: 1 },
      { name: 'data.alternate_greetings', count: 2 },
      { name: 'data.system_prompt', count: 1 },
      { name: 'data.character_book', count: 14 },
      { name: 'data.extensions.depth_prompt', count: 1 },
      { name: 'data.extensions.unheard_of', count: 1 },
      { name: 'data.extensions.risuai', count: 1 },
      { name: 'data.post_history_instructions', count: 1 },
      { name: 'create_date', count: 1 },
      // A field of the card itself is of no app.
      { name: 'data.fav', count: 1 },
    ]),
  ).toEqual([
    { text: 'greetings', count: 2, names: [] },
    { text: 'lorebook', count: 14, names: [] },
    { text: 'instructions', count: 2, names: [] },
    { text: 'app', count: 2, names: ['SillyTavern'] },
    { text: 'app', count: 1, names: ['RisuAI'] },
    { text: 'others', count: 3, names: ['x_mood', 'unheard_of', 'fav'] },
  ]);
});
