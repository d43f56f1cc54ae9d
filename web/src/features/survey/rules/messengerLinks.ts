import type { Invitation } from './invitation';

interface MessengerLink {
  name: 'LINE' | 'WhatsApp' | 'Telegram' | 'X' | 'mail';
  href: string;
}

const withQuery = (address: string, query: Record<string, string>): string =>
  // URLSearchParams encodes a space as "+", which messengers and mail clients show literally.
  `${address}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Links that open a messenger with the invitation filled in. No request is sent until one is clicked. */
export function messengerLinks({ subject, text }: Invitation, url: string): MessengerLink[] {
  const textWithLink = `${text}\n${url}`;
  return [
    { name: 'LINE', href: withQuery('https://line.me/R/share', { text: textWithLink }) },
    { name: 'WhatsApp', href: withQuery('https://wa.me/', { text: textWithLink }) },
    { name: 'Telegram', href: withQuery('https://t.me/share/url', { url, text }) },
    { name: 'X', href: withQuery('https://x.com/intent/post', { text, url }) },
    { name: 'mail', href: withQuery('mailto:', { subject, body: textWithLink }) },
  ];
}
