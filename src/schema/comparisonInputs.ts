import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Invites somebody to compare their persona with the viewer’s.' })
export class InviteToCompareInput {
  @Field(() => ID, { description: 'Which of the viewer’s personas: a READY one that friends made.' })
  personaId!: string;
}

@InputType({ description: 'Agrees to a comparison.' })
export class AcceptComparisonInput {
  @Field(() => String, { description: 'The last part of the link that the inviter handed over.' })
  code!: string;

  @Field(() => ID, { description: 'Which of the viewer’s personas: a READY one that friends made.' })
  personaId!: string;
}

@InputType({ description: 'Ends a comparison, or takes an open invitation back.' })
export class EndComparisonInput {
  @Field(() => ID, { description: 'Which comparison.' })
  comparisonId!: string;
}
