import { Field, Int, ObjectType } from 'type-graphql';
import { Confidence } from './enums.js';
import { BlindSpotType, CircleType, InsightTraitType, TraitSentenceType } from './insightTraitTypes.js';
import { ChosenWordType, JohariWindowType, QuoteType } from './insightWordTypes.js';

@ObjectType('Norm', { description: 'Whom a person is compared with.' })
export class NormType {
  @Field(() => String, { description: 'Version of the norms.' })
  version!: string;

  @Field(() => String, {
    description: 'Who they are and how they were asked, in English: say so beside scores.',
  })
  source!: string;

  @Field(() => Int, { description: 'How many people they are; of norms of our own, those described here.' })
  people!: number;
}

@ObjectType('Band', { description: 'A range of scores.' })
export class BandType {
  @Field(() => Int, { description: 'Its lowest score.' })
  from!: number;

  @Field(() => Int, { description: 'Its highest score.' })
  to!: number;
}

@ObjectType('Stats', { description: 'Five figures of a card, 0–100, made of the traits’ percentiles.' })
export class StatsType {
  @Field(() => Int, { description: 'Extraversion.' })
  charisma!: number;

  @Field(() => Int, { description: 'Agreeableness.' })
  kindness!: number;

  @Field(() => Int, { description: 'Intellect and imagination.' })
  intellect!: number;

  @Field(() => Int, { description: 'The mean of extraversion and calm.' })
  energy!: number;

  @Field(() => Int, { description: 'Conscientiousness.' })
  discipline!: number;
}

@ObjectType('Insight', {
  description:
    'What a version measured, for its owner. Computed from the answers: no model wrote any of it but the quotes. What one or two friends said is nowhere in it.',
})
export class InsightType {
  @Field(() => Int, { description: 'Friends whose answers are in it; 0 in practice mode.' })
  friends!: number;

  @Field(() => Confidence, { description: 'How firm the measurement is.' })
  confidence!: Confidence;

  @Field(() => Int, {
    description:
      'How many more friends make it FAIR, 0 once it is. Results follow in releases, so it may show a little later: see Survey.nextRelease.',
  })
  friendsUntilFair!: number;

  @Field(() => Int, { description: 'How many more friends make it GOOD, 0 once it is.' })
  friendsUntilGood!: number;

  @Field(() => NormType, { description: 'Whom the scores compare with.' })
  norm!: NormType;

  @Field(() => BandType, {
    description: 'The scores that Level calls TYPICAL.',
  })
  typicalBand!: BandType;

  @Field(() => [InsightTraitType], { description: 'The five traits.' })
  traits!: InsightTraitType[];

  @Field(() => [TraitSentenceType], { description: 'What friends agree on, the strongest first.' })
  agreed!: TraitSentenceType[];

  @Field(() => [TraitSentenceType], { description: 'What divides friends, the most divided first.' })
  split!: TraitSentenceType[];

  @Field(() => [ChosenWordType], {
    description:
      'Words that at least two friends chose, the most frequent first; in practice mode the person’s own.',
  })
  words!: ChosenWordType[];

  @Field(() => [QuoteType], { description: 'What friends wrote, in other words.' })
  quotes!: QuoteType[];

  @Field(() => JohariWindowType, {
    nullable: true,
    description: 'Null without answers about oneself (answerAboutMyself), and in practice mode.',
  })
  johari!: JohariWindowType | null;

  @Field(() => [BlindSpotType], {
    nullable: true,
    description: 'Null without answers about oneself (answerAboutMyself), and in practice mode.',
  })
  blindSpots!: BlindSpotType[] | null;

  @Field(() => StatsType, { description: 'The figures of the card.' })
  stats!: StatsType;

  @Field(() => [CircleType], {
    description:
      'How family, colleagues and so on see the person, the largest circle first; only circles in which, and outside of which, nobody can be worked out.',
  })
  circles!: CircleType[];
}
