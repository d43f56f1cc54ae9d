import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';
import { Confidence, Level, Relation, TraitId } from '../enums.js';
import { BlindSpotStrength, FriendsSee, Judge } from './enums.js';
import { EvidenceInWordsType, TraitType } from './EvidenceType.js';
import { JohariWindowType } from './JohariWindowType.js';

@ObjectType('InsightTrait', { description: 'A measured trait, with a sentence that describes it.' })
export class InsightTraitType extends TraitType {
  @Field(() => String, { description: 'The sentence, in the language of the persona.' })
  text!: string;

  @Field(() => [EvidenceInWordsType], {
    complexity: listOf(1),
    description: 'What the sentence rests on.',
  })
  evidence!: EvidenceInWordsType[];
}

@ObjectType('TraitSentence', { description: 'A sentence about a trait.' })
class TraitSentenceType {
  @Field(() => TraitId, { description: 'The trait.' })
  trait!: TraitId;

  @Field(() => String, { description: 'The sentence, in the language of the persona.' })
  text!: string;

  @Field(() => [EvidenceInWordsType], {
    complexity: listOf(2),
    description:
      "What the sentence rests on: friends' answers, and for a blind spot the owner's own after them.",
  })
  evidence!: EvidenceInWordsType[];
}

@ObjectType('BlindSpot', { description: 'A trait that friends see differently than the owner does.' })
export class BlindSpotType extends TraitSentenceType {
  @Field(() => BlindSpotStrength, { description: 'How certain the difference is.' })
  strength!: BlindSpotStrength;

  @Field(() => FriendsSee, {
    description: 'Whether friends see more or less of the trait than the owner does.',
  })
  friendsSee!: FriendsSee;

  @Field(() => Judge, { description: 'Who usually judges this trait better.' })
  judge!: Judge;
}

@ObjectType('CircleTrait', { description: 'A trait as one group of friends sees it.' })
class CircleTraitType {
  @Field(() => TraitId, { description: 'The trait.' })
  id!: TraitId;

  @Field(() => Int, { description: 'Percentile, 0 to 100, as in `Trait.score`.' })
  score!: number;

  @Field(() => Level, { description: 'The score as a level.' })
  level!: Level;

  @Field(() => EvidenceInWordsType, {
    description: 'What the score rests on, and where all friends together see the owner.',
  })
  evidence!: EvidenceInWordsType;
}

@ObjectType('Circle', { description: 'How one group of friends sees the owner.' })
export class CircleType {
  @Field(() => Relation, { description: 'How the friends in this group know the owner.' })
  relation!: Relation;

  @Field(() => Int, {
    description:
      'Number of friends included, at least three. Later responses are added only when they cannot be inferred from the change.',
  })
  friends!: number;

  @Field(() => [CircleTraitType], {
    complexity: listOf(5),
    description: 'Traits that at least three friends in this group could judge, in the order E, A, C, N, I.',
  })
  traits!: CircleTraitType[];
}

@ObjectType('ChosenWord', {
  description: 'A word that friends chose. In practice mode, a word that the owner chose.',
})
class ChosenWordType {
  @Field(() => ID, { description: 'ID of the option of the `WORDS` question.' })
  id!: string;

  @Field(() => String, { description: 'The word, in the language of the persona.' })
  word!: string;

  @Field(() => Int, { description: 'Number of friends who chose the word. In practice mode, 1.' })
  count!: number;

  @Field(() => Float, { description: 'Share of friends who chose the word, 0 to 1. In practice mode, 1.' })
  share!: number;
}

@ObjectType('Quote', {
  description:
    'A paraphrase that blends what at least three friends wrote. None of them wrote it in these words.',
})
class QuoteType {
  @Field(() => ID, { description: 'Evidence ID, `EV-Q1` and up, which sentences cite.' })
  id!: string;

  @Field(() => String, { description: 'Text of the quote.' })
  text!: string;
}

@ObjectType('Norm', { description: 'The reference group that scores are compared with.' })
export class NormType {
  @Field(() => String, { description: 'Version of the norm.' })
  version!: string;

  @Field(() => String, {
    description:
      'Who the people in the reference group are and how they were surveyed, in English. Display it next to scores.',
  })
  source!: string;

  @Field(() => Int, {
    description:
      'Number of people in the reference group. For norms built from our own surveys, only people described in those surveys are counted.',
  })
  people!: number;
}

@ObjectType('Band', { description: 'An inclusive range of scores.' })
class BandType {
  @Field(() => Int, { description: 'Lowest score in the range.' })
  from!: number;

  @Field(() => Int, { description: 'Highest score in the range.' })
  to!: number;
}

@ObjectType('Stats', {
  description: 'Five figures for a card, 0 to 100, derived from the percentiles of the traits.',
})
class StatsType {
  @Field(() => Int, { description: 'Percentile of extraversion.' })
  charisma!: number;

  @Field(() => Int, { description: 'Percentile of agreeableness.' })
  kindness!: number;

  @Field(() => Int, { description: 'Percentile of intellect and imagination.' })
  intellect!: number;

  @Field(() => Int, {
    description: 'Mean of the percentile of extraversion and 100 minus the percentile of neuroticism.',
  })
  energy!: number;

  @Field(() => Int, { description: 'Percentile of conscientiousness.' })
  discipline!: number;
}

@ObjectType('Insight', {
  description:
    'Detailed results of a version, for its owner. Everything is computed from the answers except the quotes, which a model writes. Nothing in it reveals what only one or two friends said.',
})
export class InsightType {
  @Field(() => Int, { description: 'Number of friends whose answers are included. 0 in practice mode.' })
  friends!: number;

  @Field(() => Confidence, { description: 'How reliable the measurement is.' })
  confidence!: Confidence;

  @Field(() => Int, {
    description:
      'Number of additional friends needed for a confidence of `FAIR`. 0 once it is reached. Responses are released in groups, so the results may follow later: see `Survey.nextRelease`.',
  })
  friendsUntilFair!: number;

  @Field(() => Int, {
    description: 'Number of additional friends needed for a confidence of `GOOD`. 0 once it is reached.',
  })
  friendsUntilGood!: number;

  @Field(() => NormType, { description: 'The reference group that the scores are compared with.' })
  norm!: NormType;

  @Field(() => BandType, {
    description: 'Range of scores with the level `TYPICAL`.',
  })
  typicalBand!: BandType;

  @Field(() => [InsightTraitType], {
    complexity: listOf(5),
    description: 'The five traits, in the order E, A, C, N, I.',
  })
  traits!: InsightTraitType[];

  @Field(() => [TraitSentenceType], {
    complexity: listOf(5),
    description: 'Traits that friends agree on, strongest agreement first.',
  })
  agreed!: TraitSentenceType[];

  @Field(() => [TraitSentenceType], {
    complexity: listOf(5),
    description: 'Traits that friends disagree on, strongest disagreement first.',
  })
  split!: TraitSentenceType[];

  @Field(() => [ChosenWordType], {
    complexity: listOf(24),
    description:
      'Words that at least two friends chose, most frequent first. In practice mode, the words that the owner chose.',
  })
  words!: ChosenWordType[];

  @Field(() => [QuoteType], { complexity: listOf(5), description: 'Paraphrases of what friends wrote.' })
  quotes!: QuoteType[];

  @Field(() => JohariWindowType, {
    nullable: true,
    description:
      "The owner's words compared with those of friends. Null in practice mode, and if the owner has not called `answerAboutMyself`.",
  })
  johari!: JohariWindowType | null;

  @Field(() => [BlindSpotType], {
    nullable: true,
    complexity: listOf(5),
    description:
      'Traits that friends see differently than the owner does, in the order E, A, C, N, I. Null in practice mode, and if the owner has not called `answerAboutMyself`.',
  })
  blindSpots!: BlindSpotType[] | null;

  @Field(() => StatsType, { description: 'Figures for a card.' })
  stats!: StatsType;

  @Field(() => [CircleType], {
    complexity: listOf(6),
    description:
      'How each group of friends, for example family or colleagues, sees the owner, largest group first. A group is included only if no individual answer can be inferred, neither within the group nor outside it.',
  })
  circles!: CircleType[];
}
