import { expect, it } from 'vitest';
import { linkPhoneNumbers } from '../../../web/src/features/chat/rules/linkPhoneNumbers.js';

it('every phone number of a contact becomes a link', () => {
  const links = (contact: string) => linkPhoneNumbers(contact).flatMap(({ href }) => href ?? []);
  expect(links('call or text 988')).toEqual(['tel:988']);
  expect(links('116 123')).toEqual(['tel:116123']);
  expect(links('1577-0199')).toEqual(['tel:15770199']);
  expect(links('119(구급), 112(경찰)')).toEqual(['tel:119', 'tel:112']);
  expect(links('findahelpline.com')).toEqual([]);
});

it('the parts together are the contact', () => {
  for (const contact of ['call or text 988', '119(구급), 112(경찰)', 'your number (US 911, UK 999, EU 112)'])
    expect(
      linkPhoneNumbers(contact)
        .map(({ text }) => text)
        .join(''),
    ).toBe(contact);
});
