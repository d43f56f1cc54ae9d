import type { Language } from '../../../src/http/request.js';

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
    notice: 'This page replaces Google’s sign-in on this computer. It doesn’t ask for a password.',
    choose: 'Choose an account',
    another: 'Use another account',
    name: 'Name',
    email: 'Email (optional)',
    emailHint: 'Use the same address again to sign in as the same person.',
    go: 'Continue',
    cancel: 'Cancel',
    badPerson: 'Enter a name of 1 to 100 characters. You can leave the email address empty.',
    refused: 'We can’t continue this sign-in',
    because: 'Invalid value:',
    accounts: accounts([
      ['Mina Kim', 'Mina'],
      ['Haru Sato', 'Haru'],
      ['Alex Morgan', 'Alex'],
    ]),
  },
  ko: {
    title: '데모 로그인 · Re:MirAI',
    label: '데모',
    notice: '이 컴퓨터에서 Google 로그인을 대신하는 화면이에요. 비밀번호는 묻지 않아요.',
    choose: '계정을 선택해 주세요',
    another: '다른 계정 사용하기',
    name: '이름',
    email: '이메일 (선택)',
    emailHint: '같은 이메일을 쓰면 같은 사람으로 로그인돼요.',
    go: '계속',
    cancel: '취소',
    badPerson: '이름을 1~100자로 입력해 주세요. 이메일은 비워 둬도 돼요.',
    refused: '로그인을 계속할 수 없어요',
    because: '올바르지 않은 값:',
    accounts: accounts([
      ['김미나', '미나'],
      ['사토 하루', '하루'],
      ['알렉스 모건', '알렉스'],
    ]),
  },
  ja: {
    title: 'デモログイン · Re:MirAI',
    label: 'デモ',
    notice: 'このコンピューターでGoogleログインの代わりになる画面です。パスワードは必要ありません。',
    choose: 'アカウントを選択してください',
    another: '別のアカウントを使う',
    name: '名前',
    email: 'メールアドレス（任意）',
    emailHint: '同じアドレスを使うと、同じ人としてログインできます。',
    go: '続ける',
    cancel: 'キャンセル',
    badPerson: '名前を1〜100文字で入力してください。メールアドレスは空欄でもかまいません。',
    refused: 'ログインを続けられません',
    because: '正しくない値:',
    accounts: accounts([
      ['キム・ミナ', 'ミナ'],
      ['佐藤 ハル', 'ハル'],
      ['アレックス・モーガン', 'アレックス'],
    ]),
  },
};
