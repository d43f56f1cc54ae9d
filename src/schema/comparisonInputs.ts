import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Input for `inviteToCompare`.' })
export class InviteToCompareInput {
  @Field(() => ID, {
    description: "ID of one of the viewer's personas. It must be `READY` and not a practice persona.",
  })
  personaId!: string;
}

@InputType({ description: 'Input for `acceptComparison`.' })
export class AcceptComparisonInput {
  @Field(() => String, {
    description: 'Code of the invitation, which is the last part of the invitation link.',
  })
  code!: string;

  @Field(() => ID, {
    description: "ID of one of the viewer's personas. It must be `READY` and not a practice persona.",
  })
  personaId!: string;
}

@InputType({ description: 'Input for `endComparison`.' })
export class EndComparisonInput {
  @Field(() => ID, { description: 'ID of the comparison.' })
  comparisonId!: string;
}
