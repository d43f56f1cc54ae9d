/** Groups that are targets of hatred. */
const people = String.raw`(jews|muslims|christians|blacks|black people|whites|white people|asians|gays|lesbians|trans people|immigrants|refugees|women|men|koreans|japanese|chinese)`;

/**
 * Plain abuse by category: enough for a demo to refuse it in each language, not a real filter. What people
 * say about themselves or about a deadline passes. So does what a person in crisis says, who needs help, not
 * a refusal.
 */
const unkind = {
  harassment:
    /\b(fuck (you|off|u)|motherfucker|piece of shit|stupid (bitch|cunt|whore)|(you|u)('re| are| r)? (a |an |such a |fucking )*(bitch|cunt|asshole|whore|slut|idiot|moron|loser|worthless)|shut the fuck up)\b|씨발|시발(?=[\s,.!~년놈]|$)|병신|개새끼|미친(년|놈)|(^|\s)닥쳐|くたばれ|クソ野郎|くそ野郎|ゴミ人間|キチガイ/,
  hate: new RegExp(
    String.raw`\b(nigger|faggot|kike|tranny|subhuman)s?\b|\b${people}\b.{0,20}\b(must|should|deserve to|need to|have to|ought to) (all )?(die|burn|hang|be (killed|gassed|shot|exterminated))\b|\b(kill|gas|exterminate|lynch|shoot) (all )?(the )?${people}\b|한남충|김치녀|짱깨|쪽바리|チョン公|土人ども`,
  ),
  violence:
    /\b((i('ll| will| am going to|'m going to|'m gonna| want to| wanna|'d love to)|gonna|going to) (fucking )?(kill|murder|stab|shoot|strangle|rape|beat up) (you|u|ya)|beat you to death|kill yourself|kys|hang yourself|go die|(you|u) (should|must|deserve to) die)\b|죽여 ?(버릴|버린|줄|버려)|죽어 ?(버려|라(?=[\s.!]|$))|나가 ?죽어|뒈져|패 ?죽|死ね(?!ば|る|な)|氏ね|殺してやる|ぶっ殺|ぶち殺|自殺しろ/,
  sexual: /\b(send nudes|suck my (dick|cock)|blowjob|cumshot)\b|섹스하자|창녀|ヤリマン|売女/,
};

/** Removes markup and invisible characters and normalises wide letters, which could hide a word. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<[^>]*>|[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ');

/** Which kinds of plain abuse a text contains. */
export function unkindWords(text: string): Record<keyof typeof unkind, boolean> {
  const said = plain(text);
  const { harassment, hate, violence, sexual } = unkind;
  return {
    harassment: harassment.test(said),
    hate: hate.test(said),
    violence: violence.test(said),
    sexual: sexual.test(said),
  };
}
