import type { Locale } from '../api/generated/schema';

/** What accompanies a link that is sent. The subject is for mail. */
export interface MessageText {
  subject: string;
  text: string;
}

interface MessengerLink {
  name: 'LINE' | 'WhatsApp' | 'Telegram' | 'X' | 'mail';
  href: string;
}

/** KakaoTalk has no link that opens it with a text, so it has no address here. */
type Messenger = MessengerLink | { name: 'KakaoTalk'; href?: undefined };

const withQuery = (address: string, query: Record<string, string>): string =>
  // URLSearchParams encodes a space as "+", which messengers and mail clients show literally.
  `${address}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Links that open a messenger with the text filled in. No request is sent until one is clicked. */
export function messengerLinks({ subject, text }: MessageText, url: string): MessengerLink[] {
  const textWithLink = `${text}\n${url}`;
  return [
    { name: 'LINE', href: withQuery('https://line.me/R/share', { text: textWithLink }) },
    { name: 'WhatsApp', href: withQuery('https://wa.me/', { text: textWithLink }) },
    { name: 'Telegram', href: withQuery('https://t.me/share/url', { url, text }) },
    { name: 'X', href: withQuery('https://x.com/intent/post', { text, url }) },
    { name: 'mail', href: withQuery('mailto:', { subject, body: textWithLink }) },
  ];
}

/**
 * Where a link can be sent. Koreans look for KakaoTalk first; elsewhere it follows the two that are opened most.
 * @param locale the language of those who get the link
 */
export function messengersOf(message: MessageText, url: string, locale: Locale): Messenger[] {
  const links: Messenger[] = messengerLinks(message, url);
  links.splice(locale === 'KO' ? 0 : 2, 0, { name: 'KakaoTalk' });
  return links;
}
