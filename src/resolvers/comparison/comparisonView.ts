import type { LoadedComparison } from '../../access/comparison.js';
import type { Locale } from '../../locale.js';
import { compatibility } from '../../measurement/compatibility/compatibility.js';
import {
  type ComparedPerson,
  describeCompatibility,
} from '../../measurement/compatibility/describeCompatibility.js';
import { insightVersions } from '../../measurement/insightVersions.js';
import type { ComparisonType } from '../../schema/comparison/types.js';

/**
 * A comparison as one of its two owners sees it. Of the other persona it reveals only the name.
 * @param origin public origin of the app, without a trailing slash
 */
export function comparisonView(comparison: LoadedComparison, userId: string, origin: string): ComparisonType {
  const inviter = comparison.inviter.$;
  const accepter = comparison.accepter?.$ ?? null;
  const [mine, theirs] =
    accepter !== null && accepter.owner.id === userId ? [accepter, inviter] : [inviter, accepter];
  const sides = [
    { persona: inviter, version: comparison.inviterVersion },
    { persona: accepter, version: comparison.accepterVersion },
  ];
  const compared = sides.flatMap(({ persona, version }): ComparedPerson[] => {
    const measurement = version?.$.measurement ?? null;
    return persona === null || measurement === null ? [] : [{ name: persona.name, measurement }];
  });
  return {
    id: comparison.id,
    status: accepter === null ? 'INVITED' : compared.length === 2 ? 'AGREED' : 'RESTING',
    code: accepter === null ? comparison.code : null,
    url: accepter === null ? `${origin}/c/${comparison.code}` : null,
    mine: { id: mine.id, name: mine.name },
    theirName: theirs?.name ?? null,
    sharing: sharing(comparison, mine === inviter),
    ...result(compared, mine.locale),
  };
}

function sharing(
  { accepter, inviterSharing, accepterSharing }: LoadedComparison,
  isInviter: boolean,
): ComparisonType['sharing'] {
  if (accepter === null) return null;
  const [byMe, byOther] = isInviter ? [inviterSharing, accepterSharing] : [accepterSharing, inviterSharing];
  return { byMe, byOther };
}

type Result = Pick<ComparisonType, 'score' | 'label' | 'reasons' | 'computedWith'>;

/** The inviter always comes first, so that both owners get the same result. */
function result([inviter, accepter]: ComparedPerson[], locale: Locale): Result {
  if (inviter === undefined || accepter === undefined)
    return { score: null, label: null, reasons: [], computedWith: null };
  const { score, label } = compatibility(inviter.measurement, accepter.measurement);
  const reasons = describeCompatibility(inviter, accepter, locale);
  return { score, label, reasons, computedWith: insightVersions.compatibility };
}
