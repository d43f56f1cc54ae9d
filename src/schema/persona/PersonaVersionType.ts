import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { edgesOfPage, listOf } from '../../queryCost.js';
import { TraitId } from '../enums.js';
import { PageInfo } from '../PageInfo.js';
import { ChangeDirection, VersionStatus, Writing } from './enums.js';
import { PersonaContentType, PersonaFailureType, StepWaitingType } from './PersonaType.js';

@ObjectType('Provenance', {
  description: 'How a version was made: everything needed to explain and reproduce it.',
})
export class ProvenanceType {
  @Field(() => String, { description: 'Version of the scoring.' })
  scoring!: string;

  @Field(() => String, { description: 'Version of the norm that the scores are compared with.' })
  norms!: string;

  @Field(() => String, { description: 'Version of the questionnaire.' })
  questionnaire!: string;

  @Field(() => [String], { complexity: listOf(5), description: 'Versions of the prompts.' })
  prompts!: string[];

  @Field(() => String, { description: 'Name of the model that wrote the text.' })
  model!: string;

  @Field(() => Writing, {
    nullable: true,
    description: 'How the text was produced. Null until the text is written.',
  })
  writing!: Writing | null;
}

@ObjectType('PersonaVersion', {
  description:
    'A version of a persona, made from one release of answers. Later answers create a new version and leave this one unchanged. Until a version is begun, a newer release may overtake it: then it is made from that one, and its number rises.',
})
export class PersonaVersionType extends PersonaContentType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Number of its release of answers, starting at 1. Releases that were overtaken have no version, so numbers may be missing.',
  })
  number!: number;

  @Field(() => VersionStatus, { description: 'Status of the version.' })
  status!: VersionStatus;

  @Field(() => Boolean, {
    description: 'Whether this version is shown: as the persona, in the conversation and to other people.',
  })
  isShown!: boolean;

  @Field(() => Int, {
    description:
      'Number of friends whose answers are included. 0 until `GENERATING_IMAGE`, and in practice mode.',
  })
  friends!: number;

  @Field(() => String, { description: 'Day of the last answer included, as `YYYY-MM-DD` in UTC.' })
  madeOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the displayed figures, in hexadecimal. The same answers and norm always give the same hash. Null until `GENERATING_IMAGE`.',
  })
  hash!: string | null;

  @Field(() => PersonaFailureType, {
    nullable: true,
    description: 'Why the version failed. Null unless the status is `FAILED`.',
  })
  failure!: PersonaFailureType | null;

  @Field(() => StepWaitingType, {
    nullable: true,
    description:
      'What the current step waits for, if it waits to try again. Null while a step runs or if none does.',
  })
  waiting!: StepWaitingType | null;

  @Field(() => ProvenanceType, {
    nullable: true,
    description: 'How the version was made. Null until `GENERATING_IMAGE`.',
  })
  provenance!: ProvenanceType | null;
}

@ObjectType({ description: 'A version in a list.' })
export class PersonaVersionEdge {
  @Field(() => String, { description: 'Opaque cursor of this item, for use as `after`.' })
  cursor!: string;

  @Field(() => PersonaVersionType, { description: 'The version.' })
  node!: PersonaVersionType;
}

@ObjectType({ description: 'A page of versions, newest first.' })
export class PersonaVersionConnection {
  @Field(() => [PersonaVersionEdge], {
    complexity: edgesOfPage,
    description: 'Versions on this page, newest first.',
  })
  edges!: PersonaVersionEdge[];

  @Field(() => PageInfo, { description: 'Position of this page in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType('TraitChange', { description: 'A trait that friends see differently than before.' })
class TraitChangeType {
  @Field(() => TraitId, { description: 'The trait.' })
  id!: TraitId;

  @Field(() => ChangeDirection, { description: 'Direction of the change.' })
  direction!: ChangeDirection;

  @Field(() => Int, { description: 'Score in the earlier version, 0 to 100.' })
  from!: number;

  @Field(() => Int, { description: 'Score in this version, 0 to 100.' })
  to!: number;
}

@ObjectType('WordChange', {
  description: 'A word that a larger or smaller share of friends chose than before.',
})
class WordChangeType {
  @Field(() => ID, { description: 'ID of the option of the `WORDS` question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  word!: string;

  @Field(() => ChangeDirection, { description: 'Direction of the change.' })
  direction!: ChangeDirection;

  @Field(() => Float, {
    description:
      'Share of friends who chose the word in the earlier version, 0 to 1. A word that only one friend chose counts as 0.',
  })
  from!: number;

  @Field(() => Float, {
    description:
      'Share of friends who chose the word in this version, 0 to 1. A word that only one friend chose counts as 0.',
  })
  to!: number;
}

@ObjectType('VersionChanges', {
  description: 'Changes between two versions that go beyond the effect of asking more friends.',
})
export class VersionChangesType {
  @Field(() => Int, { description: 'Number of the earlier version.' })
  since!: number;

  @Field(() => [TraitChangeType], {
    complexity: listOf(5),
    description: 'Traits with a statistically significant change, in the order E, A, C, N, I. Usually empty.',
  })
  traits!: TraitChangeType[];

  @Field(() => [WordChangeType], {
    complexity: listOf(24),
    description: 'Words whose share changed by the choices of at least three friends, largest change first.',
  })
  words!: WordChangeType[];
}
