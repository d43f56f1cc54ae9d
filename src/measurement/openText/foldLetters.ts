/**
 * Letters of other scripts, phonetic letters and small capitals by the Latin letters that they look like:
 * Unicode's confusables (UTS 39) that are letters, without those written from right to left, and upside-down
 * letters. Capitals are left out where their small form is here.
 */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'ɑαаꭺᗅꓮ𖽀𐊠ᴀɐ',
  aa: 'ꜳ',
  ae: 'æӕ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  b: 'ƅьꮟᖯꞵβвᏼᗷꓐ𐊂𐊡𐌁ɓƃбƀҍѣʙ',
  bl: 'ы',
  c: 'ᴄςⲥсꮯ𐐽σꓚ𐊢𐌂𐔜¢ȼ₡ҫɔ',
  d: 'ԁꮷᑯꓒꭰᗞᗪꓓɗɖƌđðᴅ',
  dz: 'ʣ',
  e: '℮ꬲеҽεⴹꭼꓰ𑣆𑣎𐊆ɇҿᴇǝɘ',
  f: 'ꬵꞙẝքϝᖴꓝ𑣂𐊇𐊥𐔥ƒᵮꜰɟ',
  g: 'ɡᶃƍցԍꮐᏻꓖɠǥɢ',
  h: 'һհꮒηⲏнꮋᕼꓧ𐋏ɦꚕᏺⱨңħћӊӈʜɥ',
  i: 'ıɪɩιіꙇӏꭵ𑣃ɨᵻᵼᴉ',
  j: 'ϳјʝꭻᒍꓙɉᴊɾ',
  k: 'κⲕкꮶᛕꓗ𐔘ƙⱪқꝁҟᴋʞ',
  l: 'ǀⲓⵏᛁꓲ𖼨𐊊𐌉ⳑꮮᒪꓡ𖼖𑣒𐑃𐔦łɭƚɫʟ',
  ll: 'ǁ',
  lo: 'ю',
  ls: 'ʪ',
  lz: 'ʫ',
  m: 'μϻⲙмꮇᗰᛖꓟ𐊰𐌑ӎᴍɯ',
  n: 'ոռνⲛꓠ𐔓ɳƞɲᵰɴ',
  o: 'ᴏᴑꬽοⲟоჿօഠဝ𐓪𑣈𑣗𐐬ⵔዐଠꓳ𑣕𐊒𐊫𐔖øꬾⵁɵꝋөѳꮎꮻθⴱꭴတ',
  oe: 'œ',
  oo: 'ꝏꚙ',
  p: 'ρⲣрꮲᑭꓑ𐊕ƥᵽᴘ',
  q: 'ԛգզⵕʠ',
  r: 'ꭇꭈᴦⲅгꮁʀꭱꮢ𐓜ᖇꓣ𖼵ɽɼɍғᵲɹ',
  rn: '𑜀ɱᵯ',
  s: 'ꜱƽѕꮪ𑣁𐑈տꮥꓢ𖼺𐊖ʂᵴ',
  t: 'τⲧтꭲꓔ𖼊𑣜𐊗𐊱𐌕ƭⱦʈҭŧᵵᴛʇ',
  tf: 'ꝷ',
  ts: 'ʦ',
  u: 'ꞟᴜꭎꭒʋυս𐓶𑣘ሀᑌꓴ𖽂ᵾꮜʉ',
  ue: 'ᵫ',
  uo: 'ꭣ',
  v: 'ᴠѵ𑜆ꮩ𑣀ⴸᐯꛟꓦ𖼈𐔝ʌ',
  w: 'ᴡѡԝա𑜊𑜎𑜏ꮃꮤꓪѽ𑓅ꝡʍ',
  x: 'хᕁᕽꭓχⲭⵝᚷꓫ𐊐𐊴𐌗𐔧ҳ',
  y: 'ɣᶌʏỿꭚγуүყⲩꭹꮍꓬ𖽃𑣄𐊲ƴɏұʎ',
  z: 'ᴢꮓζꓜ𑣉ʐƶȥᵶ',
};

/** Digits and signs that are read as letters ("k1nd"). The signs count only beside a letter. */
const digits: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'b',
  '7': 't',
  '8': 'b',
  '9': 'g',
};
const signs: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '€': 'e',
  '£': 'l',
  '!': 'i',
  '|': 'i',
  '+': 't',
};
const signBesideLetter = /(?<=[\p{L}\p{N}])[@$€£!|+](?=[\p{L}\p{N}])|(?<![\p{L}\p{N}])[@$€£](?=\p{L})/gu;

/** Han characters that look like kana. */
const hanLikeKana: Readonly<Record<string, string>> = {
  力: 'か',
  口: 'ろ',
  二: 'に',
  工: 'え',
  夕: 'た',
  卜: 'と',
  八: 'は',
  千: 'ち',
};

const latinOf = new Map<string, string>([
  ...Object.entries(lookalikes).flatMap(([latin, others]) =>
    [...others].map((other): [string, string] => [other, latin]),
  ),
  ...Object.entries(digits),
  ...Object.entries(hanLikeKana),
]);

/** Letters of emoji: Ⓐ negative and squared, 🅰, and 🇦. Unicode's compatibility forms leave them out. */
const emojiLetters = [0x1f150, 0x1f170, 0x1f1e6];
function emojiLetter(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const start = emojiLetters.find((first) => code >= first && code < first + 26);
  return start === undefined ? undefined : String.fromCharCode(97 + code - start);
}

/** Final consonants by the letters that they consist of: ᆪ is ᄀ and ᄉ. */
const finals = new Map(
  Object.entries({
    ...{ ᄀ: 'ᆨ', ᄁ: 'ᆩ', ᄂ: 'ᆫ', ᄃ: 'ᆮ', ᄅ: 'ᆯ', ᄆ: 'ᆷ', ᄇ: 'ᆸ', ᄉ: 'ᆺ', ᄊ: 'ᆻ', ᄋ: 'ᆼ', ᄌ: 'ᆽ' },
    ...{ ᄎ: 'ᆾ', ᄏ: 'ᆿ', ᄐ: 'ᇀ', ᄑ: 'ᇁ', ᄒ: 'ᇂ', ᄀᄉ: 'ᆪ', ᄂᄌ: 'ᆬ', ᄂᄒ: 'ᆭ', ᄅᄀ: 'ᆰ', ᄅᄆ: 'ᆱ' },
    ...{ ᄅᄇ: 'ᆲ', ᄅᄉ: 'ᆳ', ᄅᄐ: 'ᆴ', ᄅᄑ: 'ᆵ', ᄅᄒ: 'ᆶ', ᄇᄉ: 'ᆹ' },
  }),
);
const lettersOfFinal = new Map([...finals].map(([letters, final]) => [final, letters]));
const syllable = /([\u1100-\u1112]?)([\u1161-\u1175])((?:[\u1100-\u1112](?![\u1161-\u1175])){0,2})/g;

/**
 * Composes Hangul letters into syllables, however they were typed: as syllables, as letters in a row (ㅊㅏㄱ)
 * or in half width. A consonant before a vowel begins a syllable.
 * @param text decomposed
 */
function composeHangul(text: string): string {
  return text
    .replace(/[\u11a8-\u11c2]/g, (final) => lettersOfFinal.get(final) ?? final)
    .replace(syllable, (_all, initial: string, vowel: string, after: string) => {
      const length = finals.has(after) ? after.length : Math.min(after.length, 1);
      const final = finals.get(after.slice(0, length)) ?? after.slice(0, length);
      return `${initial || 'ᄋ'}${vowel}${final}`.normalize('NFC') + after.slice(length);
    });
}

const ignored = /(?![\u3099\u309a])[\p{M}\p{Default_Ignorable_Code_Point}\u2800'’‘ʼ`´]/gu;
/** U+3164 and the like are letters by their class and invisible. */
const fillers = /[\u115f\u1160\u3164\uffa0]/g;

/**
 * Reads a text as a person would who does not look closely. Compatibility forms (full and half width, styled
 * letters), case, accents and invisible characters vanish. Look-alikes, digits and signs within words become
 * Latin letters. Hangul letters become syllables. Katakana becomes hiragana. Punctuation, blanks and emoji
 * separate words.
 */
export function foldLetters(text: string): string {
  const plain = text
    .replace(/´/gu, "'")
    .replace(fillers, '')
    .replace(
      /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu,
      (one) => emojiLetter(one) ?? one,
    )
    .normalize('NFKD')
    .replace(ignored, '')
    // By way of capitals, which map more together: ß and SS.
    .toUpperCase()
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(signBesideLetter, (sign) => signs[sign] ?? sign);
  const folded = /^\p{ASCII}*$/u.test(plain) ? plain : foldOthers(plain);
  return folded
    .replace(/\d/g, (digit) => digits[digit] ?? digit)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function foldOthers(plain: string): string {
  const hangul = /[\u1100-\u11ff]/.test(plain) ? composeHangul(plain) : plain;
  return hangul
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/.[\u3099\u309a]/gu, (kana) => kana.normalize('NFC'))
    .replace(/[\u3099\u309aー〜]/g, '')
    .replace(/[^\p{ASCII}ぁ-ゖ가-힣]/gu, (character) => latinOf.get(character) ?? character);
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Splits a text into words, each in the form of foldLetters. A dictionary separates Japanese words. */
export function foldWords(text: string): string[] {
  const parts = japanese.test(text)
    ? [...segmenter.segment(text.normalize('NFKC'))].map(({ segment }) => segment)
    : [text];
  return parts.flatMap((part) => foldLetters(part).split(' ')).filter((word) => word !== '');
}

const smallKana = 'ぁぃぅぇぉっゃゅょゎゕゖを';
const plainKana = new Map([
  ...Array.from({ length: 0x55 }, (_, at) => String.fromCharCode(0x3041 + at)).map(
    (kana): [string, string] => [kana, kana.normalize('NFD').charAt(0)],
  ),
  ...[...smallKana].map((kana, at): [string, string] => [kana, 'あいうえおつやゆよわかけお'.charAt(at)]),
]);

/**
 * The outline of a word: letters that are easily taken for each other become one (l and i, rn and m, vv, w, v
 * and u, small and voiced kana). Two words with one outline look alike.
 * @param word of foldWords
 */
export const outlineOf = (word: string): string =>
  word
    .replace(/l/g, 'i')
    .replace(/m/g, 'rn')
    .replace(/w|vv|v/g, 'u')
    .replace(/[ぁ-ゖ]/g, (kana) => plainKana.get(kana) ?? kana);

/** Counts a letter that is repeated once, so that "soooo" is "so". Apply it after joining words. */
export const withoutRepeats = (letters: string): string => letters.replace(/(.)\1+/gu, '$1');

/** How much a character says, in Latin letters. */
const weightOf = (character: string): number => {
  if (character < '\u1100') return 1;
  if (character >= 'ぁ' && character <= 'ゖ') return 2.5;
  return character >= '가' && character <= '힣' ? 3.5 : 7;
};

/** How much a text says, in Latin letters: 2.5 for a kana, 3.5 for a syllable of Hangul, 7 for a Han character. */
export const weigh = (letters: string): number =>
  [...letters].reduce((total, character) => total + weightOf(character), 0);

/** Longest span in characters. Longer texts have runs. */
const LONGEST = 24;

/**
 * Every span of letters of a text that may be a word or a short line, however blanks were moved: from the
 * beginning of one word to the end of the same or another one, and anywhere if it weighs enough not to come
 * about by chance.
 * @param tidy applied to joined words
 * @param loose least weight of a span that begins or ends within a word
 */
export function spansOf(
  words: readonly string[],
  tidy: (letters: string) => string,
  loose: number,
): Set<string> {
  const spans = new Set<string>();
  for (const start of words.keys()) {
    let joined = '';
    for (let end = start; end < words.length && joined.length <= LONGEST; end += 1) {
      joined += words[end];
      spans.add(tidy(joined));
    }
  }
  const letters = [...tidy(words.join(''))];
  const weights = letters.map(weightOf);
  for (const start of letters.keys()) {
    let [span, weight] = ['', 0];
    for (let end = start; end < letters.length && end < start + LONGEST; end += 1) {
      span += letters[end];
      weight += weights[end] ?? 0;
      if (weight >= loose) spans.add(span);
    }
  }
  return spans;
}
