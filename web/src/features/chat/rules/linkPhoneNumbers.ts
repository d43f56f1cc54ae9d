/** A part of a help line's contact. */
interface ContactPart {
  text: string;
  /** Set for a phone number. */
  href: string | null;
}

const NUMBER = /\d(?:[\d -]*\d)?/g;
/** A shorter number is a count, not a phone number. */
const isPhoneNumber = (digits: string): boolean => digits.length >= 3;

/** Finds the phone numbers in a contact, so that each becomes a link: "119(구급), 112(경찰)" has two. */
export function linkPhoneNumbers(contact: string): ContactPart[] {
  const parts: ContactPart[] = [];
  let end = 0;
  for (const { 0: number, index } of contact.matchAll(NUMBER)) {
    const digits = number.replace(/\D/g, '');
    if (!isPhoneNumber(digits)) continue;
    if (index > end) parts.push({ text: contact.slice(end, index), href: null });
    parts.push({ text: number, href: `tel:${digits}` });
    end = index + number.length;
  }
  if (end < contact.length) parts.push({ text: contact.slice(end), href: null });
  return parts;
}
