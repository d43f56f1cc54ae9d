import { containsLink } from '../guard/addresses.js';
import { leaveOutFaces } from '../guard/kaomoji.js';
import { PromptLeakDetector } from '../guard/promptLeakDetector.js';
import { isWordList } from '../guard/wordLists.js';

/**
 * Common forms of text that tries to steer a model reading it later. Only forms that no persona needs are
 * listed: a rebel may ignore all the rules, and a tidy person may have a system.
 */
const orders: readonly RegExp[] = [
  // Chat-format markers, and role labels at the beginning of a turn.
  /<\||\|>|\[\/?inst\]|<<\/?sys>>|#{2,} ?(system|instruction|assistant|response)/,
  /(^|[.!?。！？\n"'“「]\s*)(system|user|developer|human|assistant|ai|시스템|사용자|개발자|어시스턴트|システム|ユーザー|アシスタント) ?:/,
  /\bassistant ?:/,
  // English.
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(previous|prior|above|earlier|preceding|system|your)\b.{0,20}\b(instructions?|prompts?|rules|guidelines|directions|commands|messages?)\b/,
  /\b(ignore|disregard|forget|override)\b( all| any| every)?( of)?( the| these| those)? (instructions?|prompts?|guidelines)\b/,
  /\b(ignore|disregard|forget) (everything|all|anything) (above|before|previous|prior|you were told)\b/,
  /\bsystem[ -]?(prompt|message|instructions?)\b/,
  /\b(reveal|print|repeat|output|show|leak|tell) (me )?(your|the) (hidden |initial |secret |original )?(prompts?|instructions|rules (above|you were told))\b/,
  /\byou are now (a|an|in|free|unrestricted|dan|no longer)\b|\bdo anything now\b|\b(developer|jailbreak|dan|god) mode\b|\bjailbreak/,
  /\bfrom now on,? (you|answer|respond|reply|act|pretend|ignore)\b|\bnew instructions? ?:|\bend of (the )?(system )?(prompt|instructions)\b/,
  // Korean.
  /(이전|앞선|앞의|위의?|기존|지금까지|시스템)(의|에)? ?(모든 |나온 |받은 )?(지시|명령|지침|프롬프트|규칙|설정).{0,8}(무시|잊|따르지)/,
  /(지시|명령|지침|프롬프트)(사항|문|들)?(을|를|은|는)? ?(모두 |전부 |다 |싹 )?(무시하(고|라|세요|십시오|렴|자)|무시해|잊어)/,
  /시스템 ?(프롬프트|메시지|지시|명령|지침)|프롬프트(를|을)? ?(전부 |모두 |그대로 )?(출력|공개|보여|알려|말해)/,
  /지금부터 ?(너는|넌|네가|당신은)|(개발자|탈옥) ?모드/,
  // Japanese.
  /(これまで|今まで|以前|前|上記|上|先ほど|すべて|全て|あらゆる)の?(すべての|全ての)?(指示|命令|指令|プロンプト|ルール|設定).{0,6}(無視|忘れ|破棄|従わ)/,
  /(指示|命令|指令|プロンプト)(を|は)(すべて|全て|全部)?(無視|忘れて|破棄)/,
  /システム ?(プロンプト|メッセージ|指示|命令)|プロンプトを(すべて|全て|そのまま)?(出力|表示|公開|教え|見せ)/,
  /(今|いま|これ)から(あなた|君|きみ|お前)は|(開発者|脱獄) ?モード/,
];

/** Normalizes width, case, blanks and invisible characters so that they hide nothing. */
const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase();

/**
 * Whether a text addresses a model instead of people, in English, Korean or Japanese. Other languages and
 * riddles pass: this is one defence of several.
 */
function addressesModel(text: string): boolean {
  const plain = normalize(text);
  return orders.some((order) => order.test(plain));
}

/**
 * Whether a text reveals what our prompts say to the model, by the rules of PromptLeakDetector. A user may
 * have talked the model into it. A translation of the instructions passes.
 */
function leaksInstructions(text: string): boolean {
  const detector = new PromptLeakDetector();
  for (const character of text.normalize('NFKC')) if (detector.read(character) === 'LEAK') return true;
  return detector.end() === 'LEAK';
}

/**
 * HTML, Markdown, BBCode and templates. Full-width brackets count as well, because some renderers fold them.
 */
const markup =
  /<[a-z/!?]|\]\(|\]\[|!\[|`|\*\*|__|(?<![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー~])~~|(?<![\w*])\*[^\s*][^*]*\*|^(#{1,6}|[-*+>|]) |&(#x?[\da-f]+|[a-z]+);|\[\/?(url|img|b|i|link)\b|\{\{|\$\{/imu;
/**
 * Control characters, and the invisible characters that reverse, hide or smuggle text. U+FE0F is allowed: it
 * makes a sign an emoji.
 */
const unseen = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const evidenceId = /\bEV-[A-Z]/;
/**
 * Base64, hexadecimal, s p a c e d  o u t text: hardly any person can read it, but a model can. No word of
 * this length contains digits or capitals inside.
 */
const encoded =
  /[A-Za-z0-9+/=_-]{32,}|(?=[A-Za-z0-9+/]*([a-z][A-Z]|\d))[A-Za-z0-9+/]{16,}|(?<![A-Za-z])([A-Za-z]\W){7}[A-Za-z](?![A-Za-z])/g;
const isEncoded = (text: string): boolean => [...text.matchAll(encoded)].some(([run]) => !isWordList(run));
/**
 * Removes the name if the name alone would count as encoded text, since nothing can be hidden in it. Any
 * other name stays, because removing a short one would break up encoded text around it.
 */
const besideName = (text: string, name: string): string =>
  isEncoded(name) ? text.replaceAll(name, ' ') : text;
/** "Friend 2" and "Jisoo wrote: …": friends may be counted but not numbered, and no friend is quoted. */
const oneFriend =
  /\bfriend (no\.? ?|number |#)?\d|\b(wrote|answered) ?:|친구 ?\d(?![\d\s]*(명|사람))|(적었|썼)(어요|습니다|다) ?:|友(だち|達|人) ?\d(?![\d\s]*(人|名))|書(いた|きました) ?[:「]/i;

/** {name}, { name }, {{name}}, {이름}, [name], ○○さん: a place for a name, as templates and weak models leave it. */
const placeholder =
  /\{\{?\s*[\p{L}_][\p{L}\p{N}_. ]{0,24}\}\}?|\[(your |the |user )?name\]|\[(이름|名前|お名前)\]|[○〇◯]{2}(?=님|씨|さん|様)/iu;
/** How a problem names a placeholder. */
const PLACEHOLDER = 'holds braces or another placeholder instead of a name';

/**
 * Checks for content that no text of a model may contain, whatever it is about.
 * @param place named in the problems
 * @param name of the person the text is about, which may appear in it however it is spelled
 * @returns one sentence per problem, never quoting the text
 */
export function findTextProblems(place: string, text: string, name = ''): string[] {
  const plain = text.normalize('NFKC');
  const faceless = leaveOutFaces(text);
  const problems: string[] = [];
  if (containsLink(text)) problems.push(`${place} holds a link`);
  if (markup.test(faceless) || markup.test(faceless.normalize('NFKC')))
    problems.push(`${place} holds markup`);
  if (unseen.test(text)) problems.push(`${place} holds characters that cannot be seen`);
  if (isEncoded(besideName(plain, name.normalize('NFKC')))) problems.push(`${place} holds encoded text`);
  if (placeholder.test(name === '' ? plain : text.replaceAll(name, ' ').normalize('NFKC')))
    problems.push(`${place} ${PLACEHOLDER}`);
  if (evidenceId.test(plain)) problems.push(`${place} shows an evidence id`);
  if (oneFriend.test(plain)) problems.push(`${place} points at a single friend`);
  if (leaksInstructions(text)) problems.push(`${place} repeats the instructions`);
  if (addressesModel(text)) problems.push(`${place} gives orders to a model`);
  return problems;
}
