export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar.This scalar is serialized to a string in ISO 8601 format and parsed from a string in ISO 8601 format. */
  DateTimeISO: { input: string; output: string; }
};

/** Agrees to a comparison. */
export type AcceptComparisonInput = {
  /** The last part of the link that the inviter handed over. */
  code: Scalars['String']['input'];
  /** Which of the viewer’s personas: a READY one that friends made. */
  personaId: Scalars['ID']['input'];
};

/** The comparison that was agreed to. */
export type AcceptComparisonPayload = {
  __typename?: 'AcceptComparisonPayload';
  /** As the accepter reads it. */
  comparison: Comparison;
};

/** What the age of a person allows. A birthday counts from the month after. */
export type AgeStanding =
  /** 18 and over. */
  | 'ADULT'
  /** Under 18: friends are asked no open question. */
  | 'MINOR'
  /** Under 14 where the consent is in Korean, else under 16: the person can read, and delete the account. */
  | 'TOO_YOUNG'
  /** The person was not asked yet, or was too young then and is old enough now: giveConsent, with the same month. */
  | 'UNKNOWN';

/** How far the friends agree about a trait. */
export type Agreement =
  /** They all see it alike. */
  | 'AGREE'
  /** They differ somewhat. */
  | 'MIXED'
  /** Some see it one way, some the other. */
  | 'SPLIT'
  /** Too few could tell. */
  | 'UNKNOWN';

/** One answer, as the respondent gave it. */
export type Answer = {
  __typename?: 'Answer';
  /** Whether the respondent could not tell. */
  cannotTell: Scalars['Boolean']['output'];
  /** The chosen words of a WORDS question. */
  optionIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Which question. */
  questionId: Scalars['ID']['output'];
  /** 1–5 for a SCALE question. */
  scale?: Maybe<Scalars['Int']['output']>;
  /** The line of a TEXT question. */
  text?: Maybe<Scalars['String']['output']>;
};

/** Answers the questionnaire about oneself. */
export type AnswerAboutMyselfInput = {
  /** At least ten SCALE answers, and up to five words. Ids as in a survey; TEXT questions are not asked. */
  answers: Array<AnswerInput>;
  /** Language of the practice persona; English by default. */
  locale?: InputMaybe<Locale>;
};

/** The answers are kept, and the practice persona is being made. */
export type AnswerAboutMyselfPayload = {
  __typename?: 'AnswerAboutMyselfPayload';
  /** The practice persona: follow it by personaChanged. */
  persona: Persona;
};

/** One answer. Give exactly the field that fits the kind of the question. */
export type AnswerInput = {
  /** True if the respondent cannot tell: counts as no answer. */
  cannotTell?: InputMaybe<Scalars['Boolean']['input']>;
  /** The chosen words of a WORDS question. */
  optionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Which question. */
  questionId: Scalars['ID']['input'];
  /** 1–5 for a SCALE question. */
  scale?: InputMaybe<Scalars['Int']['input']>;
  /** The line of a TEXT question, at most 140 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The prototype whose trait profile is nearest: computed, never drawn by lot. */
export type Archetype =
  /** Imaginative and sensitive, feels in pictures. */
  | 'ARTIST'
  /** Gentle and attentive, carries others along. */
  | 'CAREGIVER'
  /** Outgoing and organised, takes others with them. */
  | 'LEADER'
  /** Inward and imaginative, at home in ideas. */
  | 'MYSTIC'
  /** Dependable and warm, stands in front of others. */
  | 'PROTECTOR'
  /** Bold and restless, goes against the grain. */
  | 'REBEL'
  /** Calm and thoughtful, looks for what is true. */
  | 'SAGE'
  /** Playful and quick, turns things upside down. */
  | 'TRICKSTER';

/** A range of scores. */
export type Band = {
  __typename?: 'Band';
  /** Its lowest score. */
  from: Scalars['Int']['output'];
  /** Its highest score. */
  to: Scalars['Int']['output'];
};

/** A trait that friends see otherwise than the person does. */
export type BlindSpot = {
  __typename?: 'BlindSpot';
  /** How friends see it, beside the person’s own view. */
  friendsSee: FriendsSee;
  /** Who usually judges this trait better. */
  judge: Judge;
  /** How surely. */
  strength: BlindSpotStrength;
  /** The sentence, in the language of the persona. */
  text: Scalars['String']['output'];
  /** Which trait. */
  trait: TraitId;
};

/** How surely friends see a trait otherwise. */
export type BlindSpotStrength =
  /** Beyond what so few friends and questions leave to chance: may be told. */
  | 'CLEAR'
  /** Perhaps: may be asked, and is there for one trait at the most. */
  | 'HINT';

/** Which way something changed. */
export type ChangeDirection =
  /** Less than before. */
  | 'DOWN'
  /** More than before. */
  | 'UP';

/** Shows a message in place of its alternatives. */
export type ChooseAlternativeInput = {
  /** The one to show. */
  messageId: Scalars['ID']['input'];
};

/** The message is shown. */
export type ChooseAlternativePayload = {
  __typename?: 'ChooseAlternativePayload';
  /** The message as it is now. */
  message: Message;
};

/** Opens the conversation with another greeting. */
export type ChooseGreetingInput = {
  /** 0 is the persona’s own, 1 and up its alternates. */
  greeting: Scalars['Int']['input'];
  /** Whose mirror. */
  personaId: Scalars['ID']['input'];
};

/** The conversation opens with the chosen greeting. */
export type ChooseGreetingPayload = {
  __typename?: 'ChooseGreetingPayload';
  /** The conversation as it is now. */
  conversation: Conversation;
};

/** Chooses the voice of a mirror. */
export type ChooseVoiceInput = {
  /** Whose voice; not given, its own. */
  archetype?: InputMaybe<Archetype>;
  /** Which persona. */
  personaId: Scalars['ID']['input'];
};

/** The persona with the voice that was chosen. */
export type ChooseVoicePayload = {
  __typename?: 'ChooseVoicePayload';
  /** As it is now. */
  persona: Persona;
};

/** A word that friends chose; in practice mode, the person. */
export type ChosenWord = {
  __typename?: 'ChosenWord';
  /** How many chose it. */
  count: Scalars['Int']['output'];
  /** Id of the option of the WORDS question. */
  id: Scalars['ID']['output'];
  /** Of all friends, 0–1; in practice mode 1. */
  share: Scalars['Float']['output'];
  /** The word, in the language of the persona. */
  word: Scalars['String']['output'];
};

/** The person as one circle of friends sees them. */
export type Circle = {
  __typename?: 'Circle';
  /** How many are in the view, at least three; later ones wait until they can be added unseen. */
  friends: Scalars['Int']['output'];
  /** Who they are to the person. */
  relation: Relation;
  /** The traits that at least three of them could tell. */
  traits: Array<CircleTrait>;
};

/** A trait as one circle sees it. */
export type CircleTrait = {
  __typename?: 'CircleTrait';
  /** Which trait. */
  id: TraitId;
  /** The score in words. */
  level: Level;
  /** Percentile, 0–100, as in Trait. */
  score: Scalars['Int']['output'];
};

/** Closes a survey. */
export type CloseSurveyInput = {
  /** As in CreateSurveyInput; not given, what was said then holds. */
  normConsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which survey. */
  surveyId: Scalars['ID']['input'];
};

/** The closed survey. */
export type CloseSurveyPayload = {
  __typename?: 'CloseSurveyPayload';
  /** As it is now. */
  survey: Survey;
};

/** The viewer’s own side of a comparison. */
export type ComparedPersona = {
  __typename?: 'ComparedPersona';
  /** Which of the viewer’s personas; all of it is at persona(id). */
  id: Scalars['ID']['output'];
  /** The name that the other owner reads. */
  name: Scalars['String']['output'];
};

/** Two personas whose owners both agreed to be compared. Beyond this, neither is told anything of the other. */
export type Comparison = {
  __typename?: 'Comparison';
  /** Good for one acceptance; only its inviter reads it, while INVITED. */
  code?: Maybe<Scalars['String']['output']>;
  /** Version of the computation: it and the same two personas give the same score again. */
  computedWith?: Maybe<Scalars['String']['output']>;
  /** Stable, opaque. */
  id: Scalars['ID']['output'];
  /** The score in a word; null unless AGREED. */
  label?: Maybe<CompatibilityLabel>;
  /** The viewer’s persona. */
  mine: ComparedPersona;
  /** What brings the two together and what sets them apart, in the language of the viewer’s persona. Empty unless AGREED. */
  reasons: Array<Scalars['String']['output']>;
  /** 0 to 100; 100 is the same profile. Of both personas as they are shown now, with what all people share removed; the same for both owners. Null unless AGREED. */
  score?: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: ComparisonStatus;
  /** What friends call the other person; null while INVITED. */
  theirName?: Maybe<Scalars['String']['output']>;
  /** The link to hand over; only the inviter reads it, while INVITED. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A page of comparisons, newest first. */
export type ComparisonConnection = {
  __typename?: 'ComparisonConnection';
  /** The comparisons of this page. */
  edges: Array<ComparisonEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A comparison in a list. */
export type ComparisonEdge = {
  __typename?: 'ComparisonEdge';
  /** Opaque position in the list. */
  cursor: Scalars['String']['output'];
  /** The comparison. */
  node: Comparison;
};

/** Where a comparison stands. */
export type ComparisonStatus =
  /** Both owners agreed, and both personas can be compared. */
  | 'AGREED'
  /** Only its inviter has agreed: the code waits for somebody. */
  | 'INVITED'
  /** Both owners agreed, but a version that was compared is gone: friends took answers back. End it, and invite again. */
  | 'RESTING';

/** How two profiles lie to each other, from alike to unlike. None is praise or blame. */
export type CompatibilityLabel =
  /** 35 to 54: each has what the other has less of. */
  | 'COMPLEMENT'
  /** Below 35: turned opposite ways. */
  | 'CONTRAST'
  /** 55 to 74: of one family, with features of their own. */
  | 'KINDRED'
  /** 75 and up: the same profile, as if seen in a mirror. */
  | 'MIRROR';

/** How firm the measurement is: it grows with the number of friends. */
export type Confidence =
  /** A fair likeness. */
  | 'FAIR'
  /** A good likeness. */
  | 'GOOD'
  /** A first sketch. */
  | 'SKETCH';

/** What a person consented to. */
export type Consent = {
  __typename?: 'Consent';
  /** The day, YYYY-MM-DD. */
  givenOn: Scalars['String']['output'];
  /** The language in which the text was read. */
  locale: Locale;
  /** Version of the text. */
  version: Scalars['String']['output'];
};

/** The talk of an owner with the mirror. */
export type Conversation = {
  __typename?: 'Conversation';
  /** Which greeting that is: 0 is the persona’s own, 1 and up its alternates. */
  chosenGreeting: Scalars['Int']['output'];
  /** What it opens with; null until the persona is READY. */
  greeting?: Maybe<Scalars['String']['output']>;
  /** The persona's: each has one conversation. */
  id: Scalars['ID']['output'];
  /** What the mirror remembers; all of it can be corrected and deleted. */
  memory: Memory;
  /** Rises with every change. A live view drops what is older than what it has. */
  revision: Scalars['Int']['output'];
  /** Gone with the next message that is sent. */
  unsent?: Maybe<UnsentMessage>;
  /** The reply that is being written. Until it has ended no other is begun. */
  writing?: Maybe<Message>;
};

/** A conversation to take away. */
export type ConversationExport = {
  __typename?: 'ConversationExport';
  /** The file. */
  content: Scalars['String']['output'];
  /** A name for the file. */
  filename: Scalars['String']['output'];
  /** text/plain or application/json, in UTF-8. */
  mediaType: Scalars['String']['output'];
};

/** Puts a remembered fact right. */
export type CorrectFactInput = {
  /** Which fact. */
  factId: Scalars['ID']['input'];
  /** At most 280 characters. */
  text: Scalars['String']['input'];
};

/** The fact is put right. */
export type CorrectFactPayload = {
  __typename?: 'CorrectFactPayload';
  /** The conversation as it is now. */
  conversation: Conversation;
};

/** Puts the summary of the talk right, or forgets it. */
export type CorrectSummaryInput = {
  /** Whose mirror. */
  personaId: Scalars['ID']['input'];
  /** At most 2,000 characters; left out, the older part of the talk is forgotten. */
  summary?: InputMaybe<Scalars['String']['input']>;
};

/** The summary is put right or forgotten. */
export type CorrectSummaryPayload = {
  __typename?: 'CorrectSummaryPayload';
  /** The conversation as it is now. */
  conversation: Conversation;
};

/** Creates a survey about the viewer. */
export type CreateSurveyInput = {
  /** What friends see, at most 60 characters; the given name by default. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** Language; English by default. */
  locale?: InputMaybe<Locale>;
  /** Whether its figures may, once it is closed, flow into the norms that people are compared with: sums over people, in which nobody can be found. False by default. */
  normConsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** The owner's own title, at most 120 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** The new survey. */
export type CreateSurveyPayload = {
  __typename?: 'CreateSurveyPayload';
  /** Open, with its persona PENDING. */
  survey: Survey;
};

/** The account is gone, with all that was theirs. */
export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** Always true: what fails is an error. */
  ok: Scalars['Boolean']['output'];
};

/** The survey is gone, with all of its responses, its persona and its pictures. */
export type DeleteSurveyPayload = {
  __typename?: 'DeleteSurveyPayload';
  /** The id it had. */
  surveyId: Scalars['ID']['output'];
};

/** Says an earlier message in other words; the talk forks there. */
export type EditMessageInput = {
  /** Made by the client once for this: sent again, it counts once. */
  clientKey: Scalars['ID']['input'];
  /** Which of the owner's messages. */
  messageId: Scalars['ID']['input'];
  /** At most 4,000 characters. */
  text: Scalars['String']['input'];
};

/** The talk goes on from the new words. */
export type EditMessagePayload = {
  __typename?: 'EditMessagePayload';
  /** What the owner said. */
  message: Message;
  /** The reply: follow it with replyStreamed. */
  reply: Message;
};

/** Ends a comparison, or takes an open invitation back. */
export type EndComparisonInput = {
  /** Which comparison. */
  comparisonId: Scalars['ID']['input'];
};

/** The comparison is gone, for both. */
export type EndComparisonPayload = {
  __typename?: 'EndComparisonPayload';
  /** The id it had. */
  comparisonId: Scalars['ID']['output'];
};

/** Something that was measured, in words. */
export type EvidenceInWords = {
  __typename?: 'EvidenceInWords';
  /** EV-E … EV-I for traits, EV-W-… for words, EV-Q… for what several friends wrote. */
  id: Scalars['ID']['output'];
  /** Such as "4 of 5 friends …". Never what a single friend wrote. */
  text: Scalars['String']['output'];
};

/** Asks what a reply rests on. */
export type ExplainReplyInput = {
  /** A reply that has ended. */
  messageId: Scalars['ID']['input'];
};

/** The reply with its evidence. */
export type ExplainReplyPayload = {
  __typename?: 'ExplainReplyPayload';
  /** The message as it is now. */
  message: Message;
};

/** How a conversation is written down. */
export type ExportFormat =
  /** The whole tree with all alternatives and what is remembered, for programs. */
  | 'JSON'
  /** The talk as it is shown, for people. */
  | 'TEXT';

/** Something about the owner that the mirror remembers in every reply. */
export type Fact = {
  __typename?: 'Fact';
  /** Stable, opaque. */
  id: Scalars['ID']['output'];
  /** How the mirror came to remember it. */
  source: FactSource;
  /** What is remembered. */
  text: Scalars['String']['output'];
};

/** How the mirror came to remember something. */
export type FactSource =
  /** The owner pinned or corrected it. */
  | 'OWNER'
  /** The summary of the talk found it. */
  | 'SUMMARY';

/** Forgets a fact. */
export type ForgetFactInput = {
  /** Which fact. */
  factId: Scalars['ID']['input'];
};

/** The fact is forgotten. */
export type ForgetFactPayload = {
  __typename?: 'ForgetFactPayload';
  /** The conversation as it is now. */
  conversation: Conversation;
};

/** How friends see a trait, beside the person’s own view. */
export type FriendsSee =
  /** More of it. */
  | 'HIGHER'
  /** Less of it. */
  | 'LOWER';

/** Consents, once and for all, to the text about privacy. Of whoever is too young the age is kept, and no consent. */
export type GiveConsentInput = {
  /** Month of birth, YYYY-MM. Kept to tell whether the person is of age, and never answered. */
  bornIn: Scalars['String']['input'];
  /** The language in which the text was read. */
  locale: Locale;
  /** Version of the text, such as 2026-11; at most 40 characters. */
  version: Scalars['String']['input'];
};

/** The consent is kept. */
export type GiveConsentPayload = {
  __typename?: 'GiveConsentPayload';
  /** Who gave it. */
  user: User;
};

/** Where a browser goes to sign in (OpenID Connect, response_type=id_token). The app adds client_id, redirect_uri (its own origin and /auth/callback), response_type, scope, nonce, state and prompt. */
export type GoogleSignIn = {
  __typename?: 'GoogleSignIn';
  /** An address, or a path of this server where it stands in for Google. */
  authorizationUrl: Scalars['String']['output'];
  /** The client_id to send: the audience of the ID token. */
  clientId: Scalars['String']['output'];
  /** True where nobody is asked for a password. Label it. */
  demo: Scalars['Boolean']['output'];
};

/** Where people in need find people who help. */
export type HelpLine = {
  __typename?: 'HelpLine';
  /** A number to call or to write to. */
  contact: Scalars['String']['output'];
  /** When somebody is there. */
  hours: Scalars['String']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Its page, where it has one. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Hides a quote for good. */
export type HideQuoteInput = {
  /** Which persona. */
  personaId: Scalars['ID']['input'];
  /** Which quote of that version: EV-Q1 and up. */
  quoteId: Scalars['ID']['input'];
  /** Why those who run this should look at it; not given, it is only hidden. */
  report?: InputMaybe<QuoteReport>;
  /** The version in which the quote was read; by default the one that is shown. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The quote is hidden, in every version. */
export type HideQuotePayload = {
  __typename?: 'HideQuotePayload';
  /** As it is now. */
  persona: Persona;
};

/** The picture of a persona. */
export type Illustration = {
  __typename?: 'Illustration';
  /** What the picture shows, for those who do not see it. */
  alt: Scalars['String']['output'];
  /** Pixels. */
  height: Scalars['Int']['output'];
  /** Who drew it: say so where it is LOCAL. */
  source: IllustrationSource;
  /** Where the picture is. */
  url: Scalars['String']['output'];
  /** Pixels. */
  width: Scalars['Int']['output'];
};

/** Who drew the picture. */
export type IllustrationSource =
  /** This server: in practice mode, or because the image model failed for good. */
  | 'LOCAL'
  /** The image model. */
  | 'MODEL';

/** The edge of a square picture. */
export type ImageSize =
  /** 1024 pixels. */
  | 'LARGE'
  /** 512 pixels. */
  | 'MEDIUM'
  /** 256 pixels. */
  | 'SMALL';

/** What a version measured, for its owner. Computed from the answers: no model wrote any of it but the quotes. What one or two friends said is nowhere in it. */
export type Insight = {
  __typename?: 'Insight';
  /** What friends agree on, the strongest first. */
  agreed: Array<TraitSentence>;
  /** Null without answers about oneself (answerAboutMyself), and in practice mode. */
  blindSpots?: Maybe<Array<BlindSpot>>;
  /** How family, colleagues and so on see the person, the largest circle first; only circles in which, and outside of which, nobody can be worked out. */
  circles: Array<Circle>;
  /** How firm the measurement is. */
  confidence: Confidence;
  /** Friends whose answers are in it; 0 in practice mode. */
  friends: Scalars['Int']['output'];
  /** How many more friends make it FAIR, 0 once it is. Results follow in releases, so it may show a little later: see Survey.nextRelease. */
  friendsUntilFair: Scalars['Int']['output'];
  /** How many more friends make it GOOD, 0 once it is. */
  friendsUntilGood: Scalars['Int']['output'];
  /** Null without answers about oneself (answerAboutMyself), and in practice mode. */
  johari?: Maybe<JohariWindow>;
  /** Whom the scores compare with. */
  norm: Norm;
  /** What friends wrote, in other words. */
  quotes: Array<Quote>;
  /** What divides friends, the most divided first. */
  split: Array<TraitSentence>;
  /** The figures of the card. */
  stats: Stats;
  /** The five traits. */
  traits: Array<InsightTrait>;
  /** The scores that Level calls TYPICAL. */
  typicalBand: Band;
  /** Words that at least two friends chose, the most frequent first; in practice mode the person’s own. */
  words: Array<ChosenWord>;
};

/** A measured trait and what it says, in words. */
export type InsightTrait = {
  __typename?: 'InsightTrait';
  /** How far the friends agree. */
  agreement: Agreement;
  /** Which trait. */
  id: TraitId;
  /** The score in words. */
  level: Level;
  /** Friends who could tell. Of fewer than three nothing is told: 0, and the score says no more than the norm. In practice mode 1 where the own answers tell of it. */
  raters: Scalars['Int']['output'];
  /** Percentile, 0–100: the chance that this person stands higher than a random other, as friends would agree to see it. */
  score: Scalars['Int']['output'];
  /** What was measured, in the language of the persona. */
  text: Scalars['String']['output'];
};

/** Invites somebody to compare their persona with the viewer’s. */
export type InviteToCompareInput = {
  /** Which of the viewer’s personas: a READY one that friends made. */
  personaId: Scalars['ID']['input'];
};

/** The invitation. */
export type InviteToComparePayload = {
  __typename?: 'InviteToComparePayload';
  /** INVITED, with its code; the same again while it is open. */
  comparison: Comparison;
};

/** Who sees which word: all words of the questionnaire, each in one pane (Luft & Ingham 1955). */
export type JohariWindow = {
  __typename?: 'JohariWindow';
  /** Chosen by the person and by at least a third of friends. */
  arena: Array<JohariWord>;
  /** Not chosen by the person, but by at least a third of friends and two of them. */
  blindSpot: Array<JohariWord>;
  /** Chosen by the person and by no friend; one alone counts as none. */
  facade: Array<JohariWord>;
  /** All other words. */
  unknown: Array<JohariWord>;
};

/** A word of the Johari window. */
export type JohariWord = {
  __typename?: 'JohariWord';
  /** Id of the option of the WORDS question. */
  id: Scalars['ID']['output'];
  /** The word, in the language of the persona. */
  label: Scalars['String']['output'];
};

/** Who usually judges a trait better: by research, not by this person’s answers. */
export type Judge =
  /** Both alike. */
  | 'EQUAL'
  /** Friends. */
  | 'FRIENDS_JUDGE_WELL'
  /** The person. */
  | 'SELF_KNOWS_BEST';

/** A percentile in words. */
export type Level =
  /** Above 65, to 85. */
  | 'HIGH'
  /** 15 to below 35. */
  | 'LOW'
  /** 35 to 65. */
  | 'TYPICAL'
  /** Above 85. */
  | 'VERY_HIGH'
  /** Below 15. */
  | 'VERY_LOW';

/** Language of a survey: its questions and the persona made from it. */
export type Locale =
  /** English. */
  | 'EN'
  /** Japanese. The questions are our draft translation. */
  | 'JA'
  /** Korean. The questions are our draft translation. */
  | 'KO';

/** Everything the mirror remembers beyond the last turns. */
export type Memory = {
  __typename?: 'Memory';
  /** Facts, oldest first. */
  facts: Array<Fact>;
  /** The older part of the talk in short; null while all of it is remembered word for word. */
  summary?: Maybe<Scalars['String']['output']>;
};

/** One message of a conversation. */
export type Message = {
  __typename?: 'Message';
  /** All messages under the same parent, itself included, oldest first: swipe between them with chooseAlternative. */
  alternatives: Array<Scalars['ID']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTimeISO']['output'];
  /** True if the demo model wrote it. Label it wherever people see it. */
  demo: Scalars['Boolean']['output'];
  /** What a reply rests on; null until explainReply was asked, empty if on nothing measured. */
  evidence?: Maybe<Array<EvidenceInWords>>;
  /** Set when the status is FAILED. */
  failure?: Maybe<MessageFailure>;
  /** The help lines of a HELP_CARD; empty for any other. */
  helpLines: Array<HelpLine>;
  /** Stable, opaque. */
  id: Scalars['ID']['output'];
  /** CHAT, or the help lines. */
  kind: MessageKind;
  /** What it follows; null for a first message. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** Who said it. */
  role: MessageRole;
  /** How far it is. */
  status: MessageStatus;
  /** What is there of it. While STREAMING, replyStreamed(after: its length) goes on from here. */
  text: Scalars['String']['output'];
};

/** A page of the talk as it is shown, oldest first. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** The messages of this page. */
  edges: Array<MessageEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A message in a list. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** Opaque position in the list. Later messages do not move it. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Message;
};

/** Why a reply is FAILED. */
export type MessageFailure = {
  __typename?: 'MessageFailure';
  /** Why, in words for the owner. */
  reason: Scalars['String']['output'];
  /** Whether regenerateReply can help. */
  retryable: Scalars['Boolean']['output'];
};

/** What kind of message it is. */
export type MessageKind =
  /** A message of the talk. */
  | 'CHAT'
  /** Help lines in answer to words of crisis: written by people, never by a model. */
  | 'HELP_CARD';

/** Who said it. */
export type MessageRole =
  /** The mirror. */
  | 'PERSONA'
  /** The owner. */
  | 'USER';

/** How far a message is. COMPLETE, STOPPED and FAILED are final: trying again makes an alternative. */
export type MessageStatus =
  /** Whole. Every message of the owner is. */
  | 'COMPLETE'
  /** It could not be finished; what was written stays, and `failure` says why. */
  | 'FAILED'
  /** The reply waits for a worker. */
  | 'PENDING'
  /** The owner stopped it; what was written stays. */
  | 'STOPPED'
  /** The reply is being written. */
  | 'STREAMING';

export type Mutation = {
  __typename?: 'Mutation';
  /** Agrees to compare: both owners then read the comparison. Sent again, it counts once. */
  acceptComparison: AcceptComparisonPayload;
  /** Keeps the viewer’s own answers: the practice persona is made of them, and Johari window and blind spots compare with them. */
  answerAboutMyself: AnswerAboutMyselfPayload;
  /** Shows a message in place of its alternatives, and behind it what followed it. */
  chooseAlternative: ChooseAlternativePayload;
  /** Opens the conversation with another greeting. */
  chooseGreeting: ChooseGreetingPayload;
  /** Has the mirror speak in the voice of an archetype, over unchanged traits (alchemic), or in its own again (fated). */
  chooseVoice: ChooseVoicePayload;
  /** Takes no more answers. */
  closeSurvey: CloseSurveyPayload;
  /** Puts a remembered fact right. */
  correctFact: CorrectFactPayload;
  /** Puts the summary of the talk right, or forgets it. */
  correctSummary: CorrectSummaryPayload;
  /** Opens a survey about the viewer. */
  createSurvey: CreateSurveyPayload;
  /** Removes the viewer with all surveys and what friends answered, personas, pictures, talks and comparisons. All sessions end. */
  deleteAccount: DeleteAccountPayload;
  /** Removes a survey with all that came of it. */
  deleteSurvey: DeleteSurveyPayload;
  /** Says an earlier message in other words. The talk forks there; the old line stays. */
  editMessage: EditMessagePayload;
  /** Ends a comparison for both owners, or takes an open invitation back. */
  endComparison: EndComparisonPayload;
  /** “Why do you say that?”: which measured evidence a reply rests on, in words. */
  explainReply: ExplainReplyPayload;
  /** Forgets a remembered fact. The summary may tell of it too: correctSummary forgets that. */
  forgetFact: ForgetFactPayload;
  /** Keeps the viewer’s consent and month of birth, once: the same again is answered the same, another is FORBIDDEN. Whoever was too young consents later, with the same month. */
  giveConsent: GiveConsentPayload;
  /** Hides a quote for good: from every version, now and later, with the sentences that cite it, and from the chat. With a reason it is also reported to those who run this. Sent again, it counts once. */
  hideQuote: HideQuotePayload;
  /** Opens an invitation to compare, whose link is handed to one person. */
  inviteToCompare: InviteToComparePayload;
  /** Has the mirror remember something for good. */
  pinFact: PinFactPayload;
  /** Trades a refresh token for a fresh pair. A token used twice ends its session, except within 30 seconds. */
  refreshSession: RefreshSessionPayload;
  /** Has a question answered again: an alternative beside the reply. What followed the reply leaves the shown talk with it, until chooseAlternative brings both back. */
  regenerateReply: RegenerateReplyPayload;
  /** Takes answers again. */
  reopenSurvey: ReopenSurveyPayload;
  /** Resumes the newest failed version at the step that failed. */
  retryPersona: RetryPersonaPayload;
  /** Replaces the link; the old one is dead at once. */
  rotateSurveyLink: RotateSurveyLinkPayload;
  /** Says something to the mirror. One reply at a time: RATE_LIMITED while another one is being written. */
  sendMessage: SendMessagePayload;
  /** Chooses which version is shown: as the persona, in the chat and to others. Without a number it is always the newest. */
  showVersion: ShowVersionPayload;
  /** Opens a session for whom Google vouches. */
  signInWithGoogle: SignInWithGooglePayload;
  /** Ends the session: its tokens stop working and its sockets close. */
  signOut: SignOutPayload;
  /** Stops a reply, from any tab; what was written stays. One that has ended is left as it is. */
  stopReply: StopReplyPayload;
  /** Stores a response and counts it, once per clientKey. */
  submitResponse: SubmitResponsePayload;
  /** Removes a response, from the count and from what is made of it. */
  withdrawResponse: WithdrawResponsePayload;
};


export type MutationAcceptComparisonArgs = {
  input: AcceptComparisonInput;
};


export type MutationAnswerAboutMyselfArgs = {
  input: AnswerAboutMyselfInput;
};


export type MutationChooseAlternativeArgs = {
  input: ChooseAlternativeInput;
};


export type MutationChooseGreetingArgs = {
  input: ChooseGreetingInput;
};


export type MutationChooseVoiceArgs = {
  input: ChooseVoiceInput;
};


export type MutationCloseSurveyArgs = {
  input: CloseSurveyInput;
};


export type MutationCorrectFactArgs = {
  input: CorrectFactInput;
};


export type MutationCorrectSummaryArgs = {
  input: CorrectSummaryInput;
};


export type MutationCreateSurveyArgs = {
  input: CreateSurveyInput;
};


export type MutationDeleteSurveyArgs = {
  input: SurveyInput;
};


export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


export type MutationEndComparisonArgs = {
  input: EndComparisonInput;
};


export type MutationExplainReplyArgs = {
  input: ExplainReplyInput;
};


export type MutationForgetFactArgs = {
  input: ForgetFactInput;
};


export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


export type MutationHideQuoteArgs = {
  input: HideQuoteInput;
};


export type MutationInviteToCompareArgs = {
  input: InviteToCompareInput;
};


export type MutationPinFactArgs = {
  input: PinFactInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegenerateReplyArgs = {
  input: RegenerateReplyInput;
};


export type MutationReopenSurveyArgs = {
  input: SurveyInput;
};


export type MutationRetryPersonaArgs = {
  input: RetryPersonaInput;
};


export type MutationRotateSurveyLinkArgs = {
  input: SurveyInput;
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationShowVersionArgs = {
  input: ShowVersionInput;
};


export type MutationSignInWithGoogleArgs = {
  input: SignInWithGoogleInput;
};


export type MutationStopReplyArgs = {
  input: StopReplyInput;
};


export type MutationSubmitResponseArgs = {
  input: SubmitResponseInput;
};


export type MutationWithdrawResponseArgs = {
  input: WithdrawResponseInput;
};

/** Whom a person is compared with. */
export type Norm = {
  __typename?: 'Norm';
  /** How many people they are; of norms of our own, those described here. */
  people: Scalars['Int']['output'];
  /** Who they are and how they were asked, in English: say so beside scores. */
  source: Scalars['String']['output'];
  /** Version of the norms. */
  version: Scalars['String']['output'];
};

/** Where a page stands in its list (Relay connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Pass it as `before` to get the page before, where a list has one. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How a person is seen: measured from answers, then put into words and a picture. */
export type Persona = {
  __typename?: 'Persona';
  /** Two or three other ways to open it; empty until written. chooseGreeting picks one. */
  alternateGreetings: Array<Scalars['String']['output']>;
  /** The nearest prototype; null until the answers are measured. */
  archetype?: Maybe<Archetype>;
  /** How firm the measurement is; null until the answers are measured. */
  confidence?: Maybe<Confidence>;
  /** What the talk holds besides its messages. */
  conversation: Conversation;
  /** The conversation to take away. */
  conversationExport: ConversationExport;
  /** True if the demo model wrote it. Label it wherever people see it. */
  demo: Scalars['Boolean']['output'];
  /** Set while the status is FAILED. */
  failure?: Maybe<PersonaFailure>;
  /** How the mirror opens a chat; null until written. */
  greeting?: Maybe<Scalars['String']['output']>;
  /** Stable, opaque. */
  id: Scalars['ID']['output'];
  /** The picture; null until drawn. */
  illustration?: Maybe<Illustration>;
  /** The language it is written in. */
  locale: Locale;
  /** The talk as it is shown, oldest first. */
  messages: MessageConnection;
  /** Whom it mirrors: the name friends see. */
  name: Scalars['String']['output'];
  /** True if the owner chose the version that is shown: newer ones do not take its place. */
  pinned: Scalars['Boolean']['output'];
  /** True for a proto-persona of practice mode, made of the owner’s own answers alone. Label it; it is never public. */
  practice: Scalars['Boolean']['output'];
  /** How far the whole profile lies from the norm: measured, never drawn by lot. */
  rarity?: Maybe<RarityTier>;
  /** Rises with every change. A live view drops what is older than what it has. */
  revision: Scalars['Int']['output'];
  /** The second nearest prototype. */
  runnerUp?: Maybe<Archetype>;
  /** The summary sentence by sentence, with its evidence; empty until written. */
  sentences: Array<PersonaSentence>;
  /** Stable and unguessable. Not the survey's. */
  slug: Scalars['String']['output'];
  /** Where its making stands. Once READY it stays READY: later versions have a status of their own. */
  status: PersonaStatus;
  /** How the person is seen; null until written, and where all of it cites what the owner hid. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The survey whose friends it shows; null in practice mode. */
  survey?: Maybe<Survey>;
  /** True if the text was put together from the scores here, because what the model wrote did not pass the checks. Label it. */
  template: Scalars['Boolean']['output'];
  /** A short headline; null until written. */
  title?: Maybe<Scalars['String']['output']>;
  /** The measured traits; empty until the answers are measured. */
  traits: Array<Trait>;
  /** One version; without a number, the one that is shown. Null if there is none. */
  version?: Maybe<PersonaVersion>;
  /** All versions, newest first. */
  versions: PersonaVersionConnection;
  /** How the mirror speaks; null until written. */
  voice?: Maybe<Voice>;
};


/** How a person is seen: measured from answers, then put into words and a picture. */
export type PersonaConversationExportArgs = {
  format?: ExportFormat;
};


/** How a person is seen: measured from answers, then put into words and a picture. */
export type PersonaIllustrationArgs = {
  size?: ImageSize;
};


/** How a person is seen: measured from answers, then put into words and a picture. */
export type PersonaMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** How a person is seen: measured from answers, then put into words and a picture. */
export type PersonaVersionArgs = {
  number?: InputMaybe<Scalars['Int']['input']>;
};


/** How a person is seen: measured from answers, then put into words and a picture. */
export type PersonaVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Why a persona is FAILED. */
export type PersonaFailure = {
  __typename?: 'PersonaFailure';
  /** Why, in words for the owner. */
  reason: Scalars['String']['output'];
  /** Whether retryPersona can help. */
  retryable: Scalars['Boolean']['output'];
  /** The step that failed. */
  step: PersonaStep;
};

/** A sentence of the summary and what it rests on. */
export type PersonaSentence = {
  __typename?: 'PersonaSentence';
  /** Ids of the evidence it cites: EV-E … EV-I for traits, EV-W-… for words, EV-Q… for what friends wrote. `evidence` of a version has them in words. */
  evidence: Array<Scalars['ID']['output']>;
  /** The sentence. */
  text: Scalars['String']['output'];
};

/** Where the making of a persona stands. READY and FAILED are final until someone acts. */
export type PersonaStatus =
  /** A step failed for good; `failure` says which and why. */
  | 'FAILED'
  /** The text stands; the picture is being drawn. */
  | 'GENERATING_IMAGE'
  /** Fewer friends than the threshold have answered. */
  | 'PENDING'
  /** Text and picture are there. */
  | 'READY'
  /** Answers are being measured and the text written. */
  | 'SYNTHESIZING';

/** A step of the saga that makes a persona. */
export type PersonaStep =
  /** Drawing the picture. */
  | 'GENERATING_IMAGE'
  /** Measuring the answers and writing the text. */
  | 'SYNTHESIZING';

/** A persona as made of one release of answers. Later answers make another; this one stays. */
export type PersonaVersion = {
  __typename?: 'PersonaVersion';
  /** The nearest prototype; null until the answers are measured. */
  archetype?: Maybe<Archetype>;
  /** What changed since an earlier version. Null until READY, without an earlier READY version, and where one of the two keeps no measurement. */
  changesSince?: Maybe<VersionChanges>;
  /** How firm the measurement is; null until the answers are measured. */
  confidence?: Maybe<Confidence>;
  /** True if the demo model wrote it. Label it wherever people see it. */
  demo: Scalars['Boolean']['output'];
  /** All that sentences can cite, in words; empty until READY. */
  evidence: Array<EvidenceInWords>;
  /** Set while the status is FAILED. */
  failure?: Maybe<PersonaFailure>;
  /** Friends whose answers are in it; 0 until measured, and in practice mode. */
  friends: Scalars['Int']['output'];
  /** SHA-256 of the figures that are shown: the same answers and norms give the same. */
  hash?: Maybe<Scalars['String']['output']>;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** The picture; null until drawn. */
  illustration?: Maybe<Illustration>;
  /** What was measured, for a dashboard. Null until READY, and for a version that was made before measurements were kept. */
  insight?: Maybe<Insight>;
  /** True for the one that the persona shows, the chat speaks as and others see. */
  isShown: Scalars['Boolean']['output'];
  /** The day its last answer came, YYYY-MM-DD. */
  madeOn: Scalars['String']['output'];
  /** 1 for the first. */
  number: Scalars['Int']['output'];
  /** How it came about; null until READY. */
  provenance?: Maybe<Provenance>;
  /** How far the whole profile lies from the norm: measured, never drawn by lot. */
  rarity?: Maybe<RarityTier>;
  /** The second nearest prototype. */
  runnerUp?: Maybe<Archetype>;
  /** The summary sentence by sentence, with its evidence; empty until written. */
  sentences: Array<PersonaSentence>;
  /** Where its making stands. */
  status: VersionStatus;
  /** How the person is seen; null until written, and where all of it cites what the owner hid. */
  summary?: Maybe<Scalars['String']['output']>;
  /** True if the text was put together from the scores here, because what the model wrote did not pass the checks. Label it. */
  template: Scalars['Boolean']['output'];
  /** A short headline; null until written. */
  title?: Maybe<Scalars['String']['output']>;
  /** The measured traits; empty until the answers are measured. */
  traits: Array<Trait>;
};


/** A persona as made of one release of answers. Later answers make another; this one stays. */
export type PersonaVersionChangesSinceArgs = {
  number?: InputMaybe<Scalars['Int']['input']>;
};


/** A persona as made of one release of answers. Later answers make another; this one stays. */
export type PersonaVersionIllustrationArgs = {
  size?: ImageSize;
};

/** A page of versions, newest first. */
export type PersonaVersionConnection = {
  __typename?: 'PersonaVersionConnection';
  /** The versions of this page. */
  edges: Array<PersonaVersionEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A version in a list. */
export type PersonaVersionEdge = {
  __typename?: 'PersonaVersionEdge';
  /** Opaque position in the list. */
  cursor: Scalars['String']['output'];
  /** The version. */
  node: PersonaVersion;
};

/** Has the mirror remember something. */
export type PinFactInput = {
  /** Whose mirror. */
  personaId: Scalars['ID']['input'];
  /** At most 280 characters. */
  text: Scalars['String']['input'];
};

/** The fact is remembered. */
export type PinFactPayload = {
  __typename?: 'PinFactPayload';
  /** The conversation as it is now. */
  conversation: Conversation;
};

/** How a version came about: enough to explain it, and to make it again. */
export type Provenance = {
  __typename?: 'Provenance';
  /** US dollars for the text, by list prices; null if not known. */
  cost?: Maybe<Scalars['Float']['output']>;
  /** Tokens read; null if the provider did not say. */
  inputTokens?: Maybe<Scalars['Int']['output']>;
  /** The model that wrote. */
  model: Scalars['String']['output'];
  /** Version of the norms: whom the person is compared with. */
  norms: Scalars['String']['output'];
  /** Tokens written; null if the provider did not say. */
  outputTokens?: Maybe<Scalars['Int']['output']>;
  /** Versions of the prompts. */
  prompts: Array<Scalars['String']['output']>;
  /** Version of the questionnaire. */
  questionnaire: Scalars['String']['output'];
  /** Version of the scoring. */
  scoring: Scalars['String']['output'];
  /** Whose words the text is in. */
  writing?: Maybe<Writing>;
};

/** A survey as friends see it: the same for everyone, so it can be cached at the edge. */
export type PublicSurvey = {
  __typename?: 'PublicSurvey';
  /** The language of the questions. */
  locale: Locale;
  /** Whom the questions are about. */
  ownerName: Scalars['String']['output'];
  /** In the order to ask them. Of the TEXT questions a friend answers one at the most: a client asks one, drawn by lot. Some surveys have none. */
  questions: Array<Question>;
  /** The last part of the link. */
  slug: Scalars['String']['output'];
  /** Whether it takes answers now. */
  status: SurveyStatus;
};

export type Query = {
  __typename?: 'Query';
  /** A comparison with one of the viewer’s personas. NOT_FOUND for any other. */
  comparison: Comparison;
  /** Where to sign in. The same for everyone. */
  googleSignIn: GoogleSignIn;
  /** A message of the viewer. NOT_FOUND for any other. */
  message: Message;
  /** A persona of the viewer. NOT_FOUND for any other. */
  persona: Persona;
  /** A respondent's own response, for whoever holds its receipt. */
  responseByReceipt: Response;
  /** The questions of answerAboutMyself, in the first person: MI01 … MI20 and WORDS. The same for everyone. */
  selfQuestions: Array<Question>;
  /** A survey by the last part of its link. The same for everyone. */
  survey: PublicSurvey;
  /** The signed-in person. */
  viewer: User;
};


export type QueryComparisonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMessageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonaArgs = {
  id: Scalars['ID']['input'];
};


export type QueryResponseByReceiptArgs = {
  receipt: Scalars['ID']['input'];
};


export type QuerySelfQuestionsArgs = {
  locale: Locale;
};


export type QuerySurveyArgs = {
  slug: Scalars['String']['input'];
};

/** One question: about the owner of a survey in the third person, about oneself in the first. */
export type Question = {
  __typename?: 'Question';
  /** The same in every survey of a questionnaire version: MI01 … MI20, WORDS, OT1 … OT3. */
  id: Scalars['ID']['output'];
  /** How it is answered. */
  kind: QuestionKind;
  /** The points of a SCALE, the words of WORDS; empty for TEXT. */
  options: Array<QuestionOption>;
  /** Whether a response must hold an answer to it. */
  required: Scalars['Boolean']['output'];
  /** The question in the survey's language, naming the owner; about oneself, in the language asked for. */
  text: Scalars['String']['output'];
};

/** How a question is answered. */
export type QuestionKind =
  /** One of five points, 1 (very inaccurate) to 5 (very accurate), or "cannot tell". */
  | 'SCALE'
  /** An optional line of text. */
  | 'TEXT'
  /** A choice of words out of the options. */
  | 'WORDS';

/** One choice of a question. */
export type QuestionOption = {
  __typename?: 'QuestionOption';
  /** The same in every survey of a questionnaire version. */
  id: Scalars['ID']['output'];
  /** The choice in the language of the question. */
  label: Scalars['String']['output'];
};

/** What at least three friends wrote, blended into other words: nobody wrote it so. */
export type Quote = {
  __typename?: 'Quote';
  /** EV-Q1 and up: sentences cite it. */
  id: Scalars['ID']['output'];
  /** The blend. */
  text: Scalars['String']['output'];
};

/** Why a quote is reported. Nothing tells who wrote it. */
export type QuoteReport =
  /** It tells who wrote it, or gives somebody away. */
  | 'IDENTIFYING'
  /** Anything else. */
  | 'OTHER'
  /** It hurts. */
  | 'UNKIND'
  /** It is not so. */
  | 'UNTRUE';

/** How rare a profile is among people, by its distance from the norm. */
export type RarityTier =
  /** Three quarters of people are. */
  | 'COMMON'
  /** The next 6 of 100. */
  | 'EPIC'
  /** One of 100. */
  | 'LEGENDARY'
  /** The next 18 of 100. */
  | 'RARE';

/** Trades a refresh token for a fresh pair. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. Used twice, it ends the session. */
  refreshToken: Scalars['String']['input'];
};

/** A fresh pair of tokens of the same session. */
export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  /** Send it as `Authorization: Bearer …`. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  expiresAt: Scalars['DateTimeISO']['output'];
  /** Replaces the one that was sent. */
  refreshToken: Scalars['String']['output'];
};

/** Has a question answered again. */
export type RegenerateReplyInput = {
  /** Made by the client once for this: sent again, it counts once. */
  clientKey: Scalars['ID']['input'];
  /** A reply that has ended, also one that failed. */
  messageId: Scalars['ID']['input'];
};

/** Another reply to the same question is begun. */
export type RegenerateReplyPayload = {
  __typename?: 'RegenerateReplyPayload';
  /** The alternative: follow it with replyStreamed. */
  reply: Message;
};

/** Who the respondent is to the owner. */
export type Relation =
  /** Someone from school or university. */
  | 'CLASSMATE'
  /** Someone from work. */
  | 'COLLEAGUE'
  /** A member of the family. */
  | 'FAMILY'
  /** A friend. */
  | 'FRIEND'
  /** Anyone else. */
  | 'OTHER'
  /** A partner. */
  | 'PARTNER';

/** The reopened survey. */
export type ReopenSurveyPayload = {
  __typename?: 'ReopenSurveyPayload';
  /** As it is now. */
  survey: Survey;
};

/** A piece of a reply, on its way. */
export type ReplyEvent = {
  __typename?: 'ReplyEvent';
  /** UTF-16 units of the reply before `text`. */
  offset: Scalars['Int']['output'];
  /** Exactly one event has a final status: the last. */
  status: MessageStatus;
  /** What follows there. May be empty where only the status is new. */
  text: Scalars['String']['output'];
};

/** A respondent's own response, shown to whoever holds its receipt. */
export type Response = {
  __typename?: 'Response';
  /** In the order of the questionnaire. */
  answers: Array<Answer>;
  /** How well the respondent said to know the owner, 1 to 4. */
  closeness?: Maybe<Scalars['Int']['output']>;
  /** The language of the questions. */
  locale: Locale;
  /** The questions that were answered, as they were asked. */
  questions: Array<Question>;
  /** Who the respondent said to be to the owner. */
  relation: Relation;
  /** The day it was submitted, YYYY-MM-DD. Nothing finer is shown. */
  submittedOn: Scalars['String']['output'];
};

/** Resumes a failed persona at the step that failed. */
export type RetryPersonaInput = {
  /** Which persona. */
  personaId: Scalars['ID']['input'];
};

/** The persona, at work again. */
export type RetryPersonaPayload = {
  __typename?: 'RetryPersonaPayload';
  /** As it is now. */
  persona: Persona;
};

/** The survey with its new link. */
export type RotateSurveyLinkPayload = {
  __typename?: 'RotateSurveyLinkPayload';
  /** As it is now: the old link is dead. */
  survey: Survey;
};

/** Says something to the mirror. */
export type SendMessageInput = {
  /** Made by the client once for this: sent again, it counts once. */
  clientKey: Scalars['ID']['input'];
  /** Whose mirror. */
  personaId: Scalars['ID']['input'];
  /** At most 4,000 characters. */
  text: Scalars['String']['input'];
};

/** The message is stored and its reply begun. */
export type SendMessagePayload = {
  __typename?: 'SendMessagePayload';
  /** What the owner said. */
  message: Message;
  /** The reply: follow it with replyStreamed. */
  reply: Message;
};

/** Chooses which version of a persona is shown. */
export type ShowVersionInput = {
  /** Which version, a READY one; not given, always the newest. */
  number?: InputMaybe<Scalars['Int']['input']>;
  /** Which persona. */
  personaId: Scalars['ID']['input'];
};

/** The persona with the version that was chosen. */
export type ShowVersionPayload = {
  __typename?: 'ShowVersionPayload';
  /** As it is now. */
  persona: Persona;
};

/** Signs in with Google. */
export type SignInWithGoogleInput = {
  /** The ID token that Google issued to this app. */
  idToken: Scalars['String']['input'];
  /** The nonce of the sign-in request, if one was sent. */
  nonce?: InputMaybe<Scalars['String']['input']>;
};

/** A fresh session. */
export type SignInWithGooglePayload = {
  __typename?: 'SignInWithGooglePayload';
  /** Send it as `Authorization: Bearer …`. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends, at most 15 minutes from now. */
  expiresAt: Scalars['DateTimeISO']['output'];
  /** Good for one refreshSession. */
  refreshToken: Scalars['String']['output'];
  /** Who signed in. */
  user: User;
};

/** The session is over. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Always true: what fails is an error. */
  ok: Scalars['Boolean']['output'];
};

/** Five figures of a card, 0–100, made of the traits’ percentiles. */
export type Stats = {
  __typename?: 'Stats';
  /** Extraversion. */
  charisma: Scalars['Int']['output'];
  /** Conscientiousness. */
  discipline: Scalars['Int']['output'];
  /** The mean of extraversion and calm. */
  energy: Scalars['Int']['output'];
  /** Intellect and imagination. */
  intellect: Scalars['Int']['output'];
  /** Agreeableness. */
  kindness: Scalars['Int']['output'];
};

/** Stops a reply. */
export type StopReplyInput = {
  /** Which reply. */
  messageId: Scalars['ID']['input'];
};

/** The reply has ended. */
export type StopReplyPayload = {
  __typename?: 'StopReplyPayload';
  /** The message as it is now. */
  message: Message;
};

/** A friend's response. No sign-in. */
export type SubmitResponseInput = {
  /** At least ten SCALE answers, and at most one to a TEXT question. */
  answers: Array<AnswerInput>;
  /** Made by the client once for this response: sent again, it counts once. */
  clientKey: Scalars['ID']['input'];
  /** How well the respondent knows the owner, 1 (a little) to 4 (very well). */
  closeness?: InputMaybe<Scalars['Int']['input']>;
  /** How long answering took, in milliseconds. */
  elapsedMs?: InputMaybe<Scalars['Int']['input']>;
  /** A random token that the client keeps on its device. Stored only as an HMAC. */
  fingerprint?: InputMaybe<Scalars['String']['input']>;
  /** Who the respondent is to the owner; OTHER by default. */
  relation?: InputMaybe<Relation>;
  /** The last part of the link. */
  slug: Scalars['String']['input'];
};

/** The response is stored. */
export type SubmitResponsePayload = {
  __typename?: 'SubmitResponsePayload';
  /** The respondent's key to see and withdraw the response. Nobody else gets it. */
  receipt: Scalars['ID']['output'];
  /** The survey that was answered. */
  survey: PublicSurvey;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** The conversation, live: its state now, then after every change, whichever tab or device made it. The words of a reply come by replyStreamed. */
  conversationChanged: Conversation;
  /** The making of a persona, live: the state now, then every change. States passed quickly may be skipped, READY and FAILED never. */
  personaChanged: Persona;
  /** A reply word by word: what is stored from `after` on, then what is added. In order, without gap or overlap, however often a client comes back; the last event, and only that, has a final status. */
  replyStreamed: ReplyEvent;
  /** The count and status, live: the state now, then every change. Ends when the survey is deleted. */
  surveyProgressed: Survey;
};


export type SubscriptionConversationChangedArgs = {
  personaId: Scalars['ID']['input'];
};


export type SubscriptionPersonaChangedArgs = {
  personaId: Scalars['ID']['input'];
};


export type SubscriptionReplyStreamedArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  messageId: Scalars['ID']['input'];
};


export type SubscriptionSurveyProgressedArgs = {
  surveyId: Scalars['ID']['input'];
};

/** A survey as its owner sees it. What friends said is never part of it. */
export type Survey = {
  __typename?: 'Survey';
  /** The day it was created, YYYY-MM-DD. */
  createdOn: Scalars['String']['output'];
  /** Stable, opaque. It opens nothing: friends need the slug. */
  id: Scalars['ID']['output'];
  /** The language of the questions and of the persona. */
  locale: Locale;
  /** At how many answers results change next: answers are released several at a time. */
  nextRelease: Scalars['Int']['output'];
  /** Whether its figures may, once it is closed, flow into the norms that people are compared with. */
  normConsent: Scalars['Boolean']['output'];
  /** What friends see in place of the full name. */
  ownerName: Scalars['String']['output'];
  /** What the answers become. It exists from the start, PENDING. */
  persona: Persona;
  /** How many friends have answered: exact and live. */
  responseCount: Scalars['Int']['output'];
  /** Rises with every change. A live view drops what is older than what it has. */
  revision: Scalars['Int']['output'];
  /** The unguessable last part of the link. Rotating the link replaces it. */
  slug: Scalars['String']['output'];
  /** Whether it takes answers. */
  status: SurveyStatus;
  /** How many answers make a persona. */
  threshold: Scalars['Int']['output'];
  /** The owner's own title; friends do not see it. */
  title?: Maybe<Scalars['String']['output']>;
  /** The link to share. */
  url: Scalars['String']['output'];
};

/** A page of surveys, newest first. */
export type SurveyConnection = {
  __typename?: 'SurveyConnection';
  /** The surveys of this page. */
  edges: Array<SurveyEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A survey in a list. */
export type SurveyEdge = {
  __typename?: 'SurveyEdge';
  /** Opaque position in the list. */
  cursor: Scalars['String']['output'];
  /** The survey. */
  node: Survey;
};

/** Names one of the viewer’s surveys. */
export type SurveyInput = {
  /** Which survey. */
  surveyId: Scalars['ID']['input'];
};

/** Whether a survey takes answers. */
export type SurveyStatus =
  /** The owner closed it; it can be reopened. */
  | 'CLOSED'
  /** Friends can answer, also after the persona is made. */
  | 'OPEN';

/** One measured trait: computed from the answers, not written by a model. */
export type Trait = {
  __typename?: 'Trait';
  /** How far the friends agree. */
  agreement: Agreement;
  /** Which trait. */
  id: TraitId;
  /** The score in words. */
  level: Level;
  /** Friends who could tell. Of fewer than three nothing is told: 0, and the score says no more than the norm. In practice mode 1 where the own answers tell of it. */
  raters: Scalars['Int']['output'];
  /** Percentile, 0–100: the chance that this person stands higher than a random other, as friends would agree to see it. */
  score: Scalars['Int']['output'];
};

/** A trait that friends see otherwise than before. */
export type TraitChange = {
  __typename?: 'TraitChange';
  /** Which way. */
  direction: ChangeDirection;
  /** The score before, 0–100. */
  from: Scalars['Int']['output'];
  /** Which trait. */
  id: TraitId;
  /** The score now, 0–100. */
  to: Scalars['Int']['output'];
};

/** The five traits of the Mini-IPIP questionnaire. */
export type TraitId =
  /** Agreeableness. */
  | 'A'
  /** Conscientiousness. */
  | 'C'
  /** Extraversion. */
  | 'E'
  /** Intellect and imagination. */
  | 'I'
  /** Neuroticism: how easily moods swing. */
  | 'N';

/** A sentence about one trait. */
export type TraitSentence = {
  __typename?: 'TraitSentence';
  /** The sentence, in the language of the persona. */
  text: Scalars['String']['output'];
  /** Which trait. */
  trait: TraitId;
};

/** A message that could not be checked, kept to be sent again. */
export type UnsentMessage = {
  __typename?: 'UnsentMessage';
  /** Send it with this key: should it have arrived after all, it counts once. */
  clientKey: Scalars['ID']['output'];
  /** What was to be said. */
  text: Scalars['String']['output'];
};

/** Someone who signed in. */
export type User = {
  __typename?: 'User';
  /** What the viewer answered about themselves. Null before answerAboutMyself. */
  aboutMyself?: Maybe<Array<Answer>>;
  /** What the age of the person allows today. */
  ageStanding: AgeStanding;
  /** Comparisons with any of the viewer’s personas and open invitations, newest first. */
  comparisons: ComparisonConnection;
  /** Null until giveConsent, and while the person is too young. */
  consent?: Maybe<Consent>;
  /** The name of the person's Google account. */
  displayName: Scalars['String']['output'];
  /** The address of the person's Google account. Only the person sees it. */
  email: Scalars['String']['output'];
  /** Stable, opaque. */
  id: Scalars['ID']['output'];
  /** The proto-persona of the viewer’s own answers, apart from any survey and never public. Null before answerAboutMyself. */
  practicePersona?: Maybe<Persona>;
  /** One of the viewer’s surveys. NOT_FOUND for any other. */
  survey: Survey;
  /** The viewer's surveys, newest first. */
  surveys: SurveyConnection;
};


/** Someone who signed in. */
export type UserComparisonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** Someone who signed in. */
export type UserSurveyArgs = {
  id: Scalars['ID']['input'];
};


/** Someone who signed in. */
export type UserSurveysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What changed between two versions, beyond what asking more friends does by chance. */
export type VersionChanges = {
  __typename?: 'VersionChanges';
  /** Number of the earlier version. */
  since: Scalars['Int']['output'];
  /** Traits that are statistically a change; mostly none. */
  traits: Array<TraitChange>;
  /** Words that three friends or more make the difference of, the largest change first. */
  words: Array<WordChange>;
};

/** Where the making of one version stands. */
export type VersionStatus =
  /** A step failed for good; `failure` says which and why. */
  | 'FAILED'
  /** The text stands; the picture is being drawn. */
  | 'GENERATING_IMAGE'
  /** Text and picture are there. */
  | 'READY'
  /** Answers are being measured and the text written. */
  | 'SYNTHESIZING';

/** How a mirror speaks. What it was measured to be is the same in any voice. */
export type Voice = {
  __typename?: 'Voice';
  /** The archetype whose voice the owner chose; null if FATED. */
  archetype?: Maybe<Archetype>;
  /** Habits of speech. */
  habits: Array<Scalars['String']['output']>;
  /** Who chose it. */
  mode: VoiceMode;
  /** The manner. */
  register: Scalars['String']['output'];
  /** A line in this voice. */
  sample: Scalars['String']['output'];
};

/** Who chose a mirror’s voice. */
export type VoiceMode =
  /** The owner: that of an archetype, over unchanged traits. */
  | 'ALCHEMIC'
  /** The measurement. */
  | 'FATED';

/** Withdraws a response. */
export type WithdrawResponseInput = {
  /** The receipt that submitting answered. */
  receipt: Scalars['ID']['input'];
};

/** The response is gone. */
export type WithdrawResponsePayload = {
  __typename?: 'WithdrawResponsePayload';
  /** Always true: what fails is an error. */
  ok: Scalars['Boolean']['output'];
};

/** A word that a larger or smaller part of friends chose than before. */
export type WordChange = {
  __typename?: 'WordChange';
  /** Which way. */
  direction: ChangeDirection;
  /** The share of friends before, 0–1; one friend alone counts as none. */
  from: Scalars['Float']['output'];
  /** Id of the option of the WORDS question. */
  id: Scalars['ID']['output'];
  /** The share of friends now, 0–1; one friend alone counts as none. */
  to: Scalars['Float']['output'];
  /** The word, in the language of the persona. */
  word: Scalars['String']['output'];
};

/** Whose words a text is in. */
export type Writing =
  /** The model’s first ones passed every check. */
  | 'FIRST'
  /** The model mended its first ones. */
  | 'REPAIRED'
  /** Neither passed the checks: it was put together from the scores here. */
  | 'TEMPLATE';
