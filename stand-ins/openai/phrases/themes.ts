import type { Locale } from '../../../src/locale.js';
import type { Variants } from './phraseBook.js';

/** A subject that friends often write about. `{name}` is filled in. */
export interface Theme {
  /** Keywords in all three languages, because friends do not always write in the survey's language. */
  keywords: RegExp;
  sentences: Record<Locale, Variants>;
}

/**
 * The themes that the stand-in recognises in pieces of friends' texts. The sentences contain nothing from a
 * piece and say no more than the theme.
 */
export const themes: readonly Theme[] = [
  {
    keywords: /\b(help\w*|support\w*|favou?rs?|lend\w*|rescue\w*)\b|도와|도움|챙겨|助け|手伝|手を貸/i,
    sentences: {
      EN: [
        'When a hand is needed, {name} tends to be there unasked.',
        'Lending a hand is something that comes up around {name}.',
      ],
      KO: ['손이 필요한 순간이면 {name}님이 먼저 다가온다는 이야기가 많아요.'],
      JA: ['手が要るときには{name}さんが先にそばへ来る、という話が重なります。'],
    },
  },
  {
    keywords: /\b(jok\w*|laugh\w*|funny|humou?r\w*|giggl\w*|puns?)\b|농담|웃|개그|유머|冗談|笑|ギャグ|面白/i,
    sentences: {
      EN: ['Humour follows {name} around, even on grey days.', 'With {name}, a smile is seldom far off.'],
      KO: ['{name}님 둘레에는 유쾌한 순간이 자주 생긴다고들 해요.'],
      JA: ['{name}さんのまわりでは愉快なひとときがよく生まれるようです。'],
    },
  },
  {
    keywords:
      /\b(eat\w*|food|cook\w*|bak(e|es|ing)|snacks?|meals?|dinner|lunch|coffee|tea)\b|먹|밥|요리|간식|커피|빵|食べ|ご飯|ごはん|料理|おやつ|コーヒー|お茶/i,
    sentences: {
      EN: [
        'Good things to eat or drink belong to many memories of {name}.',
        'Around {name}, the table matters.',
      ],
      KO: ['{name}님과의 기억에는 맛있는 것이 자주 함께 나와요.'],
      JA: ['{name}さんとの思い出には、おいしいものがよく登場します。'],
    },
  },
  {
    keywords: /\b(late|lateness|delay\w*|minutes|clock|punctual\w*)\b|지각|늦|시간 약속|遅刻|遅れ|時間/i,
    sentences: {
      EN: [
        '{name} and the clock have a story of their own.',
        'Time is a theme with {name}, and not a dull one.',
      ],
      KO: ['시계와 {name}님 사이에는 늘 이야깃거리가 있어요.'],
      JA: ['時計と{name}さんのあいだには、いつも話の種があります。'],
    },
  },
  {
    keywords:
      /\b(calm\w*|quiet\w*|breath\w*|relax\w*|panic\w*|steady)\b|차분|침착|조용|느긋|심호흡|落ち着|静か|冷静|深呼吸/i,
    sentences: {
      EN: ['Where things get loud, {name} brings a still point.', 'A certain stillness belongs to {name}.'],
      KO: ['소란한 곳에서도 {name}님 곁에는 고요한 자리가 있나 봐요.'],
      JA: ['騒がしい場でも、{name}さんのそばには凪のような場所があるようです。'],
    },
  },
  {
    keywords:
      /\b(music|sing\w*|songs?|hum(s|ming)?|guitar|piano|danc\w*|playlists?)\b|노래|음악|흥얼|춤|기타를|音楽|歌|口ずさ|踊/i,
    sentences: {
      EN: ['Some tune or other is usually near {name}.', 'Melodies keep {name} company.'],
      KO: ['{name}님 가까이에는 대개 어떤 가락이 흐르고 있대요.'],
      JA: ['{name}さんの近くには、たいてい何かのメロディーが流れています。'],
    },
  },
  {
    keywords:
      /\b(listen\w*|ask(s|ed|ing)?|questions?|hear\w*|advice)\b|들어 ?[주줘준]|물어|질문|상담|聞いて|聴|質問|相談/i,
    sentences: {
      EN: [
        'Being heard is what several people connect with {name}.',
        'Attention, given freely, is part of how {name} meets people.',
      ],
      KO: ['{name}님 앞에서는 마음을 털어놓게 된다는 점이 겹쳐요.'],
      JA: ['{name}さんの前ではつい心を開いてしまう、という点が重なります。'],
    },
  },
  {
    keywords:
      /\b(plan\w*|lists?|organi[sz]\w*|tidy\w*|schedul\w*|notes?)\b|계획|정리|목록|메모|일정|計画|整理|リスト|メモ|予定/i,
    sentences: {
      EN: ['Order and how it is made come up whenever {name} does.', 'Planning is a word that finds {name}.'],
      KO: ['{name}님 하면 준비와 순서에 대한 말이 따라와요.'],
      JA: ['{name}さんといえば、段取りにまつわる話がついてきます。'],
    },
  },
  {
    keywords:
      /\b(ideas?|imagin\w*|creativ\w*|invent\w*|draw\w*|paint\w*|stories)\b|상상|아이디어|그림|엉뚱|想像|アイデア|絵を|発想/i,
    sentences: {
      EN: ['New ideas seem to grow near {name}.', 'Invention of one kind or another belongs to {name}.'],
      KO: ['새로운 생각이 {name}님 가까이에서 자주 싹튼다고 해요.'],
      JA: ['新しい思いつきが{name}さんの近くでよく芽を出すようです。'],
    },
  },
  {
    keywords:
      /\b(remember\w*|birthdays?|messages?|check(s|ing)? in|gifts?|presents?)\b|기억|생일|안부|선물|覚えて|誕生日|連絡|プレゼント/i,
    sentences: {
      EN: ['Small attentions are what {name} is known by.', 'Little signs of care keep coming from {name}.'],
      KO: ['작은 것을 잊지 않는 마음이 {name}님의 표시 같은 것이래요.'],
      JA: ['小さなことを忘れない心づかいが、{name}さんの目印のようです。'],
    },
  },
];

/** Used if no theme is recognised. True of any texts, so that nothing is invented. */
export const generalSentences: Record<Locale, Variants> = {
  EN: [
    'There is more than one line to {name}: everyone wrote another.',
    'Everyone finds other words for {name}.',
  ],
  KO: ['{name}님을 떠올리는 말은 저마다 달랐어요.', '{name}님을 그리는 한 줄이 저마다 달랐어요.'],
  JA: ['{name}さんを表す言葉は、人それぞれでした。', '{name}さんを描く一行は、それぞれ違いました。'],
};
