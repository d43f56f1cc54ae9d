const dates = /\b(19|20)\d\d[-/]\d{1,2}([-/]\d{1,2})?\b/g;
const number = /^\d{1,4}[a-z]{0,3}$/;
/** A word, an abbreviation, or a name with capitals inside, such as iPhone, JavaScript and YouTube. */
const word = /^([A-Za-z]?[a-z]{1,14}|[A-Z]{1,8}s?\d{0,2}|[a-z]?([A-Z][a-z]+){1,3}[A-Z]{0,4})$/;

/**
 * Whether a run of ASCII characters is several words or numbers with slashes, hyphens and the like between
 * them, as in "JavaScript/TypeScript" and "10/10-would-recommend". Encoded text has figures and capitals inside
 * its parts, or is in one piece.
 */
export function isWordList(run: string): boolean {
  const parts = run
    .replace(dates, 'date')
    .split(/[-/+_=]+/)
    .filter((part) => part !== '');
  const short = parts.filter((part) => part.length === 1 || number.test(part)).length;
  return (
    parts.length > 1 &&
    short * 2 <= parts.length &&
    parts.every((part) => number.test(part) || word.test(part))
  );
}
