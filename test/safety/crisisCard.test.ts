import { describe, expect, it } from 'vitest';
import { crisisCard } from '../../src/safety/crisisCard.js';
import { findCrisis } from '../../src/safety/findCrisis.js';

describe('the crisis card', () => {
  it.each([
    ['EN', ['988', '116 123', 'findahelpline.com', '911'], /program and no help line/],
    ['KO', ['109', '1577-0199', '1388', '119', '112'], /프로그램이고 상담 전화가 아니에요/],
    ['JA', ['0120-279-338', '0120-783-556', '0120-061-338', '119'], /プログラムで、相談窓口ではありません/],
  ] as const)('names people to call and says that it is a program: %s', (locale, contacts, honest) => {
    const { text, lines } = crisisCard(locale);
    const told = lines.map(({ contact }) => contact).join(' ');
    expect(contacts.filter((contact) => !told.includes(contact))).toEqual([]);
    expect(text).toMatch(honest);
    expect(text.length).toBeLessThan(300);
    expect(lines.every(({ name, hours }) => name !== '' && hours !== '')).toBe(true);
  });

  it('links to safe addresses only', () => {
    const urls = (['EN', 'KO', 'JA'] as const).flatMap((locale) =>
      crisisCard(locale).lines.flatMap(({ url }) => url ?? []),
    );
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(new URL(url).protocol).toBe('https:');
  });

  it('mentions no method, and its own words are not taken for a crisis', () => {
    for (const locale of ['EN', 'KO', 'JA'] as const) expect(findCrisis(crisisCard(locale).text)).toBe(false);
  });

  it('is the same for the next caller, whatever was done to the copy', () => {
    crisisCard('EN').lines.pop();
    expect(crisisCard('EN').lines).toHaveLength(4);
  });
});
