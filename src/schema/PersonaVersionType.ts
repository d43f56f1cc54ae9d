import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { VersionStatus, Writing } from './versionEnums.js';
import { PageInfo } from './PageInfo.js';
import { PersonaFaceType } from './PersonaFaceType.js';
import { PersonaFailureType } from './PersonaType.js';

@ObjectType('Provenance', {
  description: 'How a version came about: enough to explain it, and to make it again.',
})
export class ProvenanceType {
  @Field(() => String, { description: 'Version of the scoring.' })
  scoring!: string;

  @Field(() => String, { description: 'Version of the norms: whom the person is compared with.' })
  norms!: string;

  @Field(() => String, { description: 'Version of the questionnaire.' })
  questionnaire!: string;

  @Field(() => [String], { description: 'Versions of the prompts.' })
  prompts!: string[];

  @Field(() => String, { description: 'The model that wrote.' })
  model!: string;

  @Field(() => Int, { nullable: true, description: 'Tokens read; null if the provider did not say.' })
  inputTokens!: number | null;

  @Field(() => Int, { nullable: true, description: 'Tokens written; null if the provider did not say.' })
  outputTokens!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'US dollars for the text, by list prices; null if not known.',
  })
  cost!: number | null;

  @Field(() => Writing, { nullable: true, description: 'Whose words the text is in.' })
  writing!: Writing | null;
}

@ObjectType('PersonaVersion', {
  description: 'A persona as made of one release of answers. Later answers make another; this one stays.',
})
export class PersonaVersionType extends PersonaFaceType {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: '1 for the first.' })
  number!: number;

  @Field(() => VersionStatus, { description: 'Where its making stands.' })
  status!: VersionStatus;

  @Field(() => Boolean, {
    description: 'True for the one that the persona shows, the chat speaks as and others see.',
  })
  isShown!: boolean;

  @Field(() => Int, {
    description: 'Friends whose answers are in it; 0 until measured, and in practice mode.',
  })
  friends!: number;

  @Field(() => String, { description: 'The day its last answer came, YYYY-MM-DD.' })
  madeOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the figures that are shown: the same answers and norms give the same.',
  })
  hash!: string | null;

  @Field(() => PersonaFailureType, { nullable: true, description: 'Set while the status is FAILED.' })
  failure!: PersonaFailureType | null;

  @Field(() => ProvenanceType, { nullable: true, description: 'How it came about; null until READY.' })
  provenance!: ProvenanceType | null;
}

@ObjectType({ description: 'A version in a list.' })
export class PersonaVersionEdge {
  @Field(() => String, { description: 'Opaque position in the list.' })
  cursor!: string;

  @Field(() => PersonaVersionType, { description: 'The version.' })
  node!: PersonaVersionType;
}

@ObjectType({ description: 'A page of versions, newest first.' })
export class PersonaVersionConnection {
  @Field(() => [PersonaVersionEdge], { description: 'The versions of this page.' })
  edges!: PersonaVersionEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}
