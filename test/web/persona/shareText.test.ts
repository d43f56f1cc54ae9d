import { expect, it } from 'vitest';
import { cardFile, cardSizes, shareText } from '../../../web/src/features/persona/rules/shareText.js';
import { messengersOf } from '../../../web/src/ui/messengerLinks.js';

const url = 'https://mirai.example/p/4wplv0exqtTdBX7N7cH6jw';

it.each(['EN', 'KO', 'JA'] as const)(
  'the %s text names the mirror, and every messenger sends it',
  (locale) => {
    const message = shareText(locale, 'The Calm & Steady');
    expect(message.text).toContain('The Calm & Steady');
    for (const { name, href } of messengersOf(message, url, locale)) {
      if (href === undefined) continue;
      const sent = [...new URL(href).searchParams.values()].join(' ');
      expect(sent, name).toContain(message.text);
      expect(sent, name).toContain(url);
    }
  },
);

it('fits into a post on X with its link, which counts as 23 characters, and a long title', () => {
  const title = 'x'.repeat(60);
  for (const locale of ['EN', 'KO', 'JA'] as const) {
    const { text } = shareText(locale, title);
    // Korean and Japanese letters count twice.
    const weight = [...text].reduce((sum, letter) => sum + (letter > '\u201F' ? 2 : 1), 0);
    expect(weight + 1 + 23, locale).toBeLessThanOrEqual(280);
  }
});

it('a card is reached under any name of the server, and is saved under a name of its own', () => {
  const files = cardSizes.map((size) => cardFile(url, size, 7));
  expect(files[0]).toEqual({
    path: '/p/4wplv0exqtTdBX7N7cH6jw/card.png?size=story&v=7',
    name: 're-mirai-story.png',
  });
  expect(new Set(files.map(({ name }) => name)).size).toBe(3);
});
