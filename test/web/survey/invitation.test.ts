import { expect, it } from 'vitest';
import { invitationText } from '../../../web/src/features/survey/rules/invitation.js';
import type { Locale } from '../../../web/src/api/generated/schema.js';
import { type MessageText, messengersOf } from '../../../web/src/ui/messengerLinks.js';

const url = 'https://mirai.example/s/4wplv0exqtTdBX7N7cH6jw';

/** KakaoTalk has no address that takes a text. */
const linksOf = (message: MessageText, locale: Locale) =>
  messengersOf(message, url, locale).flatMap(({ name, href }) =>
    href === undefined ? [] : [{ name, href }],
  );

it.each(['EN', 'KO', 'JA'] as const)(
  'every messenger gets the whole %s invitation and the link',
  (locale) => {
    const invitation = invitationText(locale);
    for (const { name, href } of linksOf(invitation, locale)) {
      const query = new URL(href).searchParams;
      const sent = [...query.values()].join(' ');
      expect(sent, name).toContain(invitation.text);
      expect(sent, name).toContain(url);
    }
  },
);

it('spaces are encoded as %20, which mail programs read, and not as a plus', () => {
  for (const { href } of linksOf(invitationText('EN'), 'EN')) expect(href).not.toContain('+');
});

it('every messenger link uses HTTPS or mail', () => {
  const protocols = linksOf(invitationText('EN'), 'EN').map(({ href }) => new URL(href).protocol);
  expect(new Set(protocols)).toEqual(new Set(['https:', 'mailto:']));
});

it('the messenger that readers of the language use most comes first', () => {
  const names = (locale: 'EN' | 'KO' | 'JA') =>
    messengersOf(invitationText(locale), url, locale).map(({ name }) => name);
  expect(names('EN').slice(0, 3)).toEqual(['WhatsApp', 'LINE', 'KakaoTalk']);
  expect(names('KO').slice(0, 3)).toEqual(['KakaoTalk', 'LINE', 'WhatsApp']);
  expect(names('JA').slice(0, 3)).toEqual(['LINE', 'WhatsApp', 'KakaoTalk']);
  expect(names('EN').toSorted()).toEqual(names('KO').toSorted());
});
