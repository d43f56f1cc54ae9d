import { expect, it } from 'vitest';
import { invitationText } from '../../../web/src/features/survey/rules/invitation.js';
import { messengerLinks, messengersOf } from '../../../web/src/ui/messengerLinks.js';

const url = 'https://mirai.example/s/4wplv0exqtTdBX7N7cH6jw';

it.each(['EN', 'KO', 'JA'] as const)(
  'every messenger gets the whole %s invitation and the link',
  (locale) => {
    const invitation = invitationText(locale);
    for (const { name, href } of messengerLinks(invitation, url)) {
      const query = new URL(href).searchParams;
      const sent = [...query.values()].join(' ');
      expect(sent, name).toContain(invitation.text);
      expect(sent, name).toContain(url);
    }
  },
);

it('spaces are encoded as %20, which mail programs read, and not as a plus', () => {
  for (const { href } of messengerLinks(invitationText('EN'), url)) expect(href).not.toContain('+');
});

it('every messenger link uses HTTPS or mail', () => {
  const protocols = messengerLinks(invitationText('EN'), url).map(({ href }) => new URL(href).protocol);
  expect(new Set(protocols)).toEqual(new Set(['https:', 'mailto:']));
});

it('for Korean friends KakaoTalk is the first choice, and for others one of the first', () => {
  const names = (locale: 'EN' | 'KO' | 'JA') =>
    messengersOf(invitationText(locale), url, locale).map(({ name }) => name);
  expect(names('KO').slice(0, 2)).toEqual(['KakaoTalk', 'LINE']);
  expect(names('JA').slice(0, 3)).toEqual(['LINE', 'WhatsApp', 'KakaoTalk']);
  expect(names('EN').toSorted()).toEqual(names('KO').toSorted());
});
