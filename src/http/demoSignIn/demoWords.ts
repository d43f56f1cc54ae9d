import type { Language } from '../acceptedLanguage.js';

interface DemoAccount {
  email: string;
  name: string;
  givenName: string;
}

interface DemoWords {
  title: string;
  label: string;
  notice: string;
  choose: string;
  another: string;
  name: string;
  email: string;
  emailHint: string;
  go: string;
  cancel: string;
  badPerson: string;
  refused: string;
  /** Precedes the name of the invalid parameter. */
  because: string;
  accounts: DemoAccount[];
}

const emails = ['mina.kim@example.com', 'haru.sato@example.com', 'alex.morgan@example.com'] as const;

/** An account has the same address in every language, so it is the same person. */
const accounts = (names: readonly (readonly [name: string, givenName: string])[]): DemoAccount[] =>
  names.map(([name, givenName], at) => ({ email: emails[at] ?? '', name, givenName }));

/** All texts of the stand-in's pages. */
export const demoWords: Record<Language, DemoWords> = {
  en: {
    title: 'Demo sign-in · Re:MirAI',
    label: 'Demo',
    notice: 'This page stands in for Google on this machine. Nobody is asked for a password.',
    choose: 'Choose an account',
    another: 'Somebody else',
    name: 'Name',
    email: 'E-mail (optional)',
    emailHint: 'The same address is the same person again.',
    go: 'Continue',
    cancel: 'Cancel',
    badPerson: 'Give a name of 1 to 100 characters; an e-mail address may stay empty.',
    refused: 'This sign-in cannot go on',
    because: 'Not as expected:',
    accounts: accounts([
      ['Mina Kim', 'Mina'],
      ['Haru Sato', 'Haru'],
      ['Alex Morgan', 'Alex'],
    ]),
  },
  ko: {
    title: '데모 로그인 · Re:MirAI',
    label: '데모',
    notice: '이 컴퓨터에서 Google을 대신하는 화면이에요. 비밀번호를 묻지 않아요.',
    choose: '계정을 고르세요',
    another: '다른 사람',
    name: '이름',
    email: '이메일 (선택)',
    emailHint: '주소가 같으면 같은 사람으로 로그인돼요.',
    go: '계속',
    cancel: '취소',
    badPerson: '이름을 1~100자로 적어 주세요. 이메일은 비워 둬도 돼요.',
    refused: '로그인을 이어갈 수 없어요',
    because: '올바르지 않은 값:',
    accounts: accounts([
      ['김미나', '미나'],
      ['사토 하루', '하루'],
      ['알렉스 모건', '알렉스'],
    ]),
  },
  ja: {
    title: 'デモのログイン · Re:MirAI',
    label: 'デモ',
    notice: 'このコンピューターで Google の代わりをする画面です。パスワードは聞かれません。',
    choose: 'アカウントを選んでください',
    another: 'ほかの人',
    name: '名前',
    email: 'メールアドレス（任意）',
    emailHint: '同じアドレスなら、同じ人としてログインします。',
    go: '続ける',
    cancel: 'キャンセル',
    badPerson: '名前を1〜100文字で入力してください。メールアドレスは空でもかまいません。',
    refused: 'ログインを続けられません',
    because: '正しくない値:',
    accounts: accounts([
      ['キム・ミナ', 'ミナ'],
      ['佐藤 ハル', 'ハル'],
      ['アレックス・モーガン', 'アレックス'],
    ]),
  },
};
