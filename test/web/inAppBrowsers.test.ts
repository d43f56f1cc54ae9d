import { describe, expect, it } from 'vitest';
import { curiousFriend, openDraftAtEnd, sendAnswers } from '../../scripts/browser/answerSurvey.js';
import { inAppBrowserOf, systemBrowserLink } from '../../web/src/device/inAppBrowser.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const galaxy = 'Mozilla/5.0 (Linux; Android 14; SM-S921N Build/UP1A.231005.007; wv) AppleWebKit/537.36';
const webView = `${galaxy} (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36`;

/** User agents as these apps send them. */
const userAgents = {
  'KakaoTalk on Android': ['KakaoTalk', `${webView};KAKAOTALK 2410870`],
  'KakaoTalk on iPhone': ['KakaoTalk', `${iphone} Mobile/15E148 KAKAOTALK 10.8.3`],
  'LINE on Android': ['LINE', `${webView} Line/14.9.0/IAB`],
  'LINE on iPhone': ['LINE', `${iphone} Mobile/15E148 Safari Line/14.9.0`],
  'Instagram on Android': [
    'Instagram',
    `${webView} Instagram 337.0.0.35.102 Android (34/14; 480dpi; 1080x2340; samsung; SM-S921N; e1s; exynos2400; ko_KR)`,
  ],
  'Instagram on iPhone': [
    'Instagram',
    `${iphone} Mobile/21F79 Instagram 337.0.3.23.54 (iPhone15,2; iOS 17_5; ko_KR)`,
  ],
  'Facebook on Android': ['Facebook', `${webView} [FB_IAB/FB4A;FBAV/470.0.0.45.72;]`],
  'Facebook on iPhone': [
    'Facebook',
    `${iphone} Mobile/21F79 [FBAN/FBIOS;FBAV/470.1.0.38.109;FBBV/618012345;FBDV/iPhone15,2;FBLC/en_US]`,
  ],
  'TikTok on Android': ['TikTok', `${webView} trill_350303 BytedanceWebview/d8a21c6`],
  'TikTok on iPhone': [
    'TikTok',
    `${iphone} Mobile/15E148 musical_ly_35.3.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6`,
  ],
  'X on Android': ['X', `${webView} TwitterAndroid`],
  'X on iPhone': ['X', `${iphone} Mobile/21F79 Twitter for iPhone/10.48`],
  'NAVER on Android': ['NAVER', `${webView} NAVER(inapp; search; 2000; 12.9.2)`],
  'NAVER on iPhone': ['NAVER', `${iphone} Mobile/15E148 NAVER(inapp; search; 2000; 12.9.2; 15PRO)`],
  'WeChat on Android': [
    'WeChat',
    `${webView} XWEB/1160117 MMWEBSDK/20240501 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 NetType/WIFI`,
  ],
  'WeChat on iPhone': [
    'WeChat',
    `${iphone} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN`,
  ],
} as const;

const browsers = {
  'Safari on iPhone': `${iphone} Version/17.5 Mobile/15E148 Safari/604.1`,
  'Chrome on Android':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  'Samsung Internet':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
  'Firefox on Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
  'Whale on Android':
    'Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Whale/1.0.0.0 Mobile Safari/537.36',
};

it.each(Object.entries(userAgents))('%s is recognised', (_name, [app, userAgent]) => {
  expect(inAppBrowserOf(userAgent)).toBe(app);
});

it.each(Object.entries(browsers))('%s is a browser of its own', (_name, userAgent) => {
  expect(inAppBrowserOf(userAgent)).toBeNull();
});

describe('the link to the system’s browser', () => {
  const page = 'https://mirai.example/?next=%2Fc%2FAB12';
  const linkIn = (name: keyof typeof userAgents): string | null => {
    const [app, userAgent] = userAgents[name];
    return systemBrowserLink(page, app, userAgent);
  };

  it('is KakaoTalk’s own scheme', () => {
    const link = 'kakaotalk://web/openExternal?url=https%3A%2F%2Fmirai.example%2F%3Fnext%3D%252Fc%252FAB12';
    expect(linkIn('KakaoTalk on iPhone')).toBe(link);
    expect(linkIn('KakaoTalk on Android')).toBe(link);
  });

  it('is LINE’s own parameter', () => {
    expect(linkIn('LINE on iPhone')).toBe(`${page}&openExternalBrowser=1`);
  });

  it('is an intent in the other apps of Android, and falls back to the page', () => {
    expect(linkIn('Instagram on Android')).toBe(
      'intent://mirai.example/?next=%2Fc%2FAB12#Intent;scheme=https;action=android.intent.action.VIEW;' +
        'category=android.intent.category.BROWSABLE;' +
        'S.browser_fallback_url=https%3A%2F%2Fmirai.example%2F%3Fnext%3D%252Fc%252FAB12;end',
    );
  });

  it('does not exist in the other apps of an iPhone', () => {
    expect(linkIn('Instagram on iPhone')).toBeNull();
  });
});

describe('in the browser of an app', () => {
  const web = useWeb();

  it.each(Object.entries(userAgents))('a friend can answer: %s', async (_name, [, userAgent]) => {
    await using owner = await someone(web.url);
    const { slug } = await newSurvey(owner.client);
    const { page } = await web.open('phone', { userAgent });
    await openDraftAtEnd(page, `/s/${slug}`, curiousFriend);
    await sendAnswers(page);
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  });
});

describe('signing in with Google in the browser of an app', () => {
  const web = useWeb({ env: { GOOGLE_CLIENT_ID: 'client.apps.googleusercontent.com' } });

  it.each(['KakaoTalk on Android', 'LINE on iPhone', 'Instagram on Android'] as const)(
    'leads to the system’s browser first, and back to where one was: %s',
    async (name) => {
      const [app, userAgent] = userAgents[name];
      const { page } = await web.open('phone', { userAgent });
      await page.goto('/?next=%2Fc%2FAB12');
      await page.getByRole('button', { name: 'Make my mirror' }).click();
      await page.getByText(`Google doesn’t allow signing in inside ${app}.`).waitFor();
      const target = `${web.url}/?next=${encodeURIComponent('/c/AB12')}`;
      expect(await page.getByRole('link', { name: 'Open in my browser' }).getAttribute('href')).toBe(
        systemBrowserLink(target, app, userAgent),
      );
      expect(page.url()).toBe(`${web.url}/?next=%2Fc%2FAB12`);
    },
  );

  it('offers the link to copy where an app has no way out', async () => {
    const { page } = await web.open('phone', { userAgent: userAgents['Instagram on iPhone'][1] });
    await page.goto('/');
    await page.getByRole('button', { name: 'Make my mirror' }).click();
    await page.getByText('Google doesn’t allow signing in inside Instagram.').waitFor();
    expect(await page.getByLabel('Link to this page').inputValue()).toBe(`${web.url}/?next=%2Fhome`);
    expect(await page.getByRole('button', { name: 'Try it here' }).count()).toBe(1);
  });

  it('goes to Google at once in a browser of its own', async () => {
    const visitor = await web.open('phone', { userAgent: browsers['Safari on iPhone'] });
    visitor.allow(/another site: https:\/\/accounts\.google\.com\//);
    const { page, context } = visitor;
    await context.route(/accounts\.google\.com/, (route) => route.fulfill({ body: 'Google' }));
    await page.goto('/');
    const left = page.waitForRequest(/accounts\.google\.com/);
    await page.getByRole('button', { name: 'Make my mirror' }).click();
    await left;
  });
});
