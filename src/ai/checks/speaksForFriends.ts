const claims = [
  /\bfriends?\b[^.!?]{0,24}\b(see|sees|saw|say|says|said|think|thinks|thought|describe|describes|call|calls|chose|choose|pick|picked|agree|agreed|know|knows|answered|wrote)\b/i,
  /\b(through|in) (the )?(eyes of )?(their |your |his |her )?friends['’]? eyes\b/i,
  /친구들?(은|이|의 눈|의 말|에게는|이 보기|이 본)/,
  /友(だち|達|人)(たち)?(は|が|から|の目|によ|に言わせ)/,
];

/**
 * Whether a text claims what friends see or say, in EN, KO or JA. If only the person answered, such a claim
 * is made up.
 */
export const claimsFriendsView = (text: string): boolean => claims.some((claim) => claim.test(text));
