/** Apps whose own browser Google refuses to sign anyone in, by what their user agents contain. */
const APPS = [
  ['KakaoTalk', /KAKAOTALK/i],
  ['LINE', /\bLine\/\d/i],
  ['Instagram', /\bInstagram\b/],
  ['Facebook', /\bFB(?:AN|AV|_IAB|IOS)\b/],
  ['TikTok', /\b(?:musical_ly|BytedanceWebview|TikTok|trill_)/i],
  ['X', /\bTwitter\b|TwitterAndroid/],
  ['NAVER', /\bNAVER\(inapp/i],
  ['WeChat', /\bMicroMessenger\//],
] as const;

export type InAppBrowser = (typeof APPS)[number][0];

/** The app in whose browser the page is open; null in a browser of its own. */
export const inAppBrowserOf = (userAgent: string): InAppBrowser | null =>
  APPS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null;

/**
 * The link that opens a page in the system's browser.
 * @param page address without a fragment
 * @returns null if there is none: the app's own menu leads out, or copying the address
 */
export function systemBrowserLink(page: string, app: InAppBrowser, userAgent: string): string | null {
  if (app === 'KakaoTalk') return `kakaotalk://web/openExternal?url=${encodeURIComponent(page)}`;
  const url = new URL(page);
  if (app === 'LINE') {
    url.searchParams.set('openExternalBrowser', '1');
    return url.href;
  }
  if (!/\bAndroid\b/.test(userAgent)) return null;
  const [scheme, rest] = [url.protocol.replace(':', ''), url.href.replace(/^\w+:\/\//, '')];
  const view = 'action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE';
  return `intent://${rest}#Intent;scheme=${scheme};${view};S.browser_fallback_url=${encodeURIComponent(page)};end`;
}
