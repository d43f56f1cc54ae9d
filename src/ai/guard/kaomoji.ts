/**
 * Faces that are typed, such as (´・ω・`), (*^^*), ^_^ and ¯\_(ツ)_/¯, contain signs that are markup elsewhere.
 */
const parenthesized = /[(（][^()（）\n\p{Script=Hangul}\p{Script=Han}A-Za-z0-9]{2,12}[)）]/gu;
const shrug = /¯\\_\(ツ\)_\/¯/g;

/** Removes typed faces, so that what is left can be searched for markup. */
export const leaveOutFaces = (text: string): string => text.replace(shrug, ' ').replace(parenthesized, ' ');

/** A sign that draws a part of a face: neither ASCII nor a letter of our languages nor their punctuation. */
const facePart =
  /^(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s“”‘’「」『』、。，！？…—])[^ -~\p{Cc}]$/u;
const eyes = new Set(['>_<', '^_~', '~_^', '^_-', '-_^', '\\_(', ')_/', '(_ ', ' _)', '(__', '__)']);

/**
 * Whether a single '`', '*' or '_' belongs to a typed face.
 * @param before the text before the sign, as far as it is known
 * @param after the text after it
 */
export function isInFace(sign: string, before: string, after: string): boolean {
  const left = [...before.slice(-2)].at(-1) ?? '';
  const right = [...after.slice(0, 2)][0] ?? '';
  if (sign === '_')
    return (
      eyes.has(left + sign + right) ||
      (facePart.test(left) && facePart.test(right)) ||
      (left === right && /^[^\p{L}\p{N}\s_]$/u.test(left))
    );
  if (sign === '`')
    return (
      (facePart.test(left) && /^[*;；o=]?[)）]/.test(after)) ||
      (/[(（][*;；o=]?$/.test(before) && facePart.test(right))
    );
  const isFace = (one: string): boolean => facePart.test(one) || one === '^' || one === '`' || one === '-';
  return (/[(（]/.test(left) && isFace(right)) || (/[)）]/.test(right) && isFace(left));
}
