import type { Locale } from '../locale.js';

export interface HelpLine {
  name: string;
  /** As it is dialled or opened. */
  contact: string;
  hours: string;
  url: string | null;
}

interface CrisisCard {
  text: string;
  lines: HelpLine[];
}

// As published by the help lines and in the press up to September 2025; the numbers were not dialled. Numbers
// and hours change: operators must check every line for their country before opening the program to people,
// and at least once a year afterwards.
const cards: Record<Locale, CrisisCard> = {
  EN: {
    text: 'What you write sounds very heavy. You are not alone with it. This is a program and no help line: please talk to a human now. The people below listen, free and in confidence. In immediate danger call your local emergency number.',
    lines: [
      {
        name: '988 Suicide & Crisis Lifeline (US)',
        contact: 'call or text 988',
        hours: '24 hours, every day',
        url: 'https://988lifeline.org',
      },
      {
        name: 'Samaritans (UK & Ireland)',
        contact: '116 123',
        hours: '24 hours, every day',
        url: 'https://www.samaritans.org',
      },
      {
        name: 'Find A Helpline (other countries)',
        contact: 'findahelpline.com',
        hours: 'as each line says',
        url: 'https://findahelpline.com',
      },
      {
        name: 'Emergency',
        contact: 'your local emergency number (US 911, UK 999, EU 112)',
        hours: '24 hours, every day',
        url: null,
      },
    ],
  },
  KO: {
    text: '많이 힘드셨겠어요. 혼자가 아니에요. 저는 프로그램이고 상담 전화가 아니에요. 지금 바로 사람과 이야기해 주세요. 아래 전화에서 비밀을 지키며 들어 줘요. 당장 위험하다면 119나 112에 전화해 주세요.',
    lines: [
      {
        name: '자살예방상담전화',
        contact: '109',
        hours: '24시간, 연중무휴',
        url: null,
      },
      { name: '정신건강위기상담전화', contact: '1577-0199', hours: '24시간, 연중무휴', url: null },
      {
        name: '청소년전화 1388',
        contact: '1388',
        hours: '24시간, 연중무휴',
        url: 'https://www.1388.go.kr',
      },
      { name: '긴급 신고', contact: '119(구급), 112(경찰)', hours: '24시간, 연중무휴', url: null },
    ],
  },
  JA: {
    text: 'とてもつらい気持ちなのですね。あなたはひとりではありません。これはプログラムで、相談窓口ではありません。どうか今、人と話してください。下の窓口では、秘密を守って聴いてくれます。命の危険があるときは119か110に電話してください。',
    lines: [
      {
        name: 'よりそいホットライン',
        contact: '0120-279-338',
        hours: '24時間',
        url: 'https://www.since2011.net/yorisoi/',
      },
      {
        name: 'いのちの電話',
        contact: '0120-783-556',
        hours: '毎日16時〜21時、毎月10日は24時間',
        url: 'https://www.inochinodenwa.org',
      },
      {
        name: '#いのちSOS',
        contact: '0120-061-338',
        hours: '時間は公式サイトで確認してください',
        url: 'https://www.lifelink.or.jp/inochisos/',
      },
      { name: '緊急通報', contact: '119（救急）、110（警察）', hours: '24時間', url: null },
    ],
  },
};

/** Shown instead of a reply to a person in a crisis: calm and short, with people to turn to. A copy. */
export const crisisCard = (locale: Locale): CrisisCard => structuredClone(cards[locale]);

/** Detects the language of a message by its script; `fallback` if the script is ambiguous. */
export function crisisLocale(text: string, fallback: Locale): Locale {
  if (/\p{Script=Hangul}/u.test(text)) return 'KO';
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'JA';
  return /\p{Script=Han}/u.test(text) || !/\p{Script=Latin}/u.test(text) ? fallback : 'EN';
}
