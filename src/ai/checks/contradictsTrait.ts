import type { Locale } from '../../locale.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import type { TraitId } from '../../measurement/traits.js';
import type { PersonaText } from '../prompts/personaText.js';

interface Poles {
  high: RegExp;
  low: RegExp;
}

/**
 * Plain words that place a person at one end of a trait. Only unmistakable ones: a sentence may describe a
 * trait without any of them, and a missed contradiction costs less than rejecting a good sentence.
 */
export const traitMarkers: Record<Locale, Record<TraitId, Poles>> = {
  EN: {
    E: {
      high: /\b(outgoing|extraverted|extroverted|life of the party|talkative|gregarious)\b/i,
      low: /\b(introverted|shy|withdrawn|reserved|soft-spoken)\b/i,
    },
    A: {
      high: /\b(warm-hearted|compassionate|empathetic|kind-hearted|caring(?! (about|for)))\b/i,
      low: /\b(cold-hearted|indifferent|detached|unsympathetic)\b/i,
    },
    C: {
      high: /\b(organi[sz]ed|tidy|disciplined|meticulous|orderly)\b/i,
      low: /\b(messy|disorgani[sz]ed|chaotic|untidy)\b/i,
    },
    N: {
      high: /\b(anxious|moody|high-strung|easily upset|upset (very )?easily)\b/i,
      low: /\b(unflappable|even-tempered|unshakable|serene)\b/i,
    },
    I: {
      high: /\b(imaginative|inventive|visionary)\b/i,
      low: /\b(unimaginative|down-to-earth|literal-minded)\b/i,
    },
  },
  KO: {
    E: { high: /외향적|사교적|활발[하한해]/, low: /내향적|수줍|말수가 적/ },
    A: { high: /공감을 잘|마음이 따뜻|인정이 많/, low: /무관심|냉정[하한해]|차갑|차가운|차가워/ },
    C: { high: /꼼꼼|계획적|정리정돈을 잘/, low: /덜렁|어지르|어질러|정리를 잘 못/ },
    N: { high: /예민[하한해]|감정 기복이 (크|큰|심)/, low: /좀처럼 흔들리지 않|느긋[하한해]/ },
    I: { high: /상상력이 풍부/, low: /상상력이 부족|현실적/ },
  },
  JA: {
    E: { high: /外向的|社交的|おしゃべり/, low: /内向的|恥ずかしがり|口数が少な/ },
    A: { high: /思いやり(が|の)あ|共感力が高/, low: /無関心|冷淡|冷たい/ },
    C: { high: /几帳面|計画的|整理整頓が(得意|上手)/, low: /散らかし|だらしな|大ざっぱ/ },
    N: { high: /繊細で|気分の浮き沈みが(大き|激し)/, low: /めったに動じ(ない|ません)|のんびり/ },
    I: { high: /想像力(が|の)豊か/, low: /想像力に乏し|現実的/ },
  },
};

/** A sentence that denies, contrasts or concedes may say the opposite of its words, so it is not judged. */
const reversals: Record<Locale, RegExp> = {
  EN: /\b(not|never|no|none|nothing|nobody|neither|nor|ever|cannot|without|if|less|least|than|hardly|barely|scarcely|rarely|seldom|unlike|though|although|despite|until|refuses|avoids|far from|anything but|instead of|in place of|opposite|opposed to|by no means|no longer|used to|at first|at first glance|on the surface|even (if|when|while|where|with|on|in|for)|last (word|thing|person)|(things|life|it|weeks?|days?|times?|others|people|guests|strangers|everyone|everybody|somebody|someone|anyone|friends) (is|are|gets?|feels?|becomes?|turns?|seems?|looks?|grows?)|(where|when|while|if) (others|everyone|everybody|people|friends)|(may|might|could|would) (\w+ )?(look|seem|appear|sound|come|be|call|think|expect)|mistake[ns]?|stranger to|free of|allergic to|cure for|too \w+ to|as \w+ as)\b|n[’']t\b/i,
  KO: /않|아니|안 |없|못|말고|보다|대신|커녕|멀어|멀고|반대|라기|아닌|줄 알|처럼 (보|여)|듯 보|보이|보여도|지만|해도|어도|아도|라도|더라도|데도|에도|에서도|때도|일도|날도|만한|법한|사람도|분도|친구도|까지도|마저|조차|싫어|무색|의외|달리|반면|오히려|드물|드문|적이 거의|모르/,
  JA: /ない|なく|なかっ|(?<!っぱ)なし|ません|ずに|ず、|より|どころか|(?<!誰と|誰に|誰|いつ|何|なん|どこ)でも|(?<!と)ても|にも|まで|とは|ものの|けれど|けど|のに|が、|代わり|かわり|一方|反対|逆|正反対|無縁|遠い|裏腹|くせに|一見|見え|思われ|思いき|わけ|はず|人も|人さえ|嫌い/,
};

/** Where a marker says something of the person, and not of other people or of things: before it, and after it. */
const predicates: Record<Locale, { before: RegExp; after: RegExp }> = {
  EN: {
    before:
      /^[\s“"(]*(an? )?$|\b(is|are|was|be|been|being|seems?|appears?|looks?|stays?|remains?|feels?|acts?|sounds?|becomes?|gets?|keeps|leaves|as|call|calls|called|consider|considered|find|finds)( [\w’'-]+){0,5} $|[’']s( [\w’'-]+){0,4} $|\band $|, $/i,
    after:
      /^(?:\s*$|\s*[,.;:!)”"’—–]|\s+(?:and|or|but|in|with|at|around|about|by|when|whenever|whatever|to|toward|towards|from|because|on|person|soul|type|kind|character|nature|one|side|individual|man|woman|human|mess)\b)/i,
  },
  KO: {
    before: /$/,
    after:
      /^(?:[가-힣]{0,3} ?(?:사람|분|편|성격|타입|스타일|기질|쪽)(?:이에요|예요|입니다|이라|이고|이며|이죠|이네요|인데|으로)|해요|합니다|하세요|하십니다|하시|하네요|하죠|하고|하며|히 |고[ ,]|며[ ,]|요|음이 많|음을|어해|어하|이에요|예요|입니다|이고|이며|이라|습니다|아요|아서|어요|게 (?:굴|대하|대해|말하|말해|행동|반응|어울)|대요|댑니다|대고|거려요|거립니다|거리고|(?:대는|거리는|는) (?:편|사람|분)(?:이|으)|어 놓|은 (?:편|사람|분)(?:이|으)|인 (?:편|사람|분)(?:이|으)|하는 (?:편|사람|분)(?:이|으)|한 (?:편|사람|분)(?:이|으)|아$|해$)/,
  },
  JA: {
    before: /$/,
    after:
      /^(?:(?:な|の|い|く|した|る)?(?:人|方|性格|タイプ|ほう|たち|面)(?:です|だ|で(?!も|は)|でしょう|と|として|。)|態度(?:です|を|で)|り?ます|です|でした|だ(?!け|と)|で(?!も|は)|ました|て(?:いて|い|ばかり|しま)|がち|っぱなし|く(?:て|、)|い(?:です|。|$)|屋(?:です|さんです|で(?!も|は))|し(?:てい|てお|ます|ました)|と(?:言|い))/,
  },
};

/** Whether one of the words that `marker` matches is said of the person. */
function saysOfPerson(locale: Locale, text: string, marker: RegExp): boolean {
  const { before, after } = predicates[locale];
  return [...text.matchAll(new RegExp(marker.source, `${marker.flags}g`))].some(({ 0: word, index }) => {
    const [start, end] = [text.slice(0, index), text.slice(index + word.length)];
    // The marker itself may contain a negation, as in "rarely upset".
    return (
      before.test(start) && after.test(end) && !reversals[locale].test(`${start} ${afterInflection(end)}`)
    );
  });
}

/** Japanese adjectives in -nai, such as "だらしない", end like a negation. */
const afterInflection = (end: string): string => end.replace(/^[いく]/, '');

/**
 * Whether a sentence rests on one trait alone and names the opposite end of it. Split or typical traits allow
 * both ends.
 */
export function contradictsTrait(sentence: PersonaText['summary'][number], pack: EvidencePack): boolean {
  const cited = pack.traits.filter(({ id }) => sentence.evidence.includes(id));
  const [only] = cited;
  if (only === undefined || cited.length > 1 || only.level === 'TYPICAL' || only.agreement === 'SPLIT')
    return false;
  const { locale } = pack.subject;
  const { high, low } = traitMarkers[locale][only.trait];
  const [own, opposite] = only.score > 50 ? [high, low] : [low, high];
  return saysOfPerson(locale, sentence.text, opposite) && !own.test(sentence.text);
}
