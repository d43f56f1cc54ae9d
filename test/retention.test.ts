import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keptFor } from '../src/retention.js';

const periods = Object.entries(keptFor).map(([kind, { count, unit }]) => ({ kind, count, unit }));

it('docs/privacy.md has every period, and no other', () => {
  const page = readFileSync('docs/privacy.md', 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` *\| (\d+) (\w+) /gm)].map(([, kind, count, unit]) => ({
    ...{ kind, unit },
    count: Number(count),
  }));
  expect(rows).toEqual(periods);
});

const units: Record<string, Record<(typeof periods)[number]['unit'], string>> = {
  en: { minutes: ' minutes', hours: ' hours', days: ' days' },
  ko: { minutes: '분', hours: '시간', days: '일' },
  ja: { minutes: '分', hours: '時間', days: '日' },
};

it.each(Object.keys(units))('the privacy page has every period in the same order (%s)', (locale) => {
  const messages = JSON.parse(readFileSync(`web/src/i18n/messages/${locale}/privacy.json`, 'utf8')) as {
    sections: { periods: { items: { text: string[] }[] } };
  };
  const shown = messages.sections.periods.items.map(({ text }) => text.join(' '));
  expect(shown).toHaveLength(periods.length);
  for (const [index, { count, unit }] of periods.entries())
    expect(shown[index]).toContain(`${count}${units[locale]?.[unit]}`);
});
