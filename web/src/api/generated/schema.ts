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

/** Input for `acceptComparison`. */
export type AcceptComparisonInput = {
  /** Code of the invitation, which is the last part of the invitation link. */
  code: Scalars['String']['input'];
  /** ID of one of the viewer's personas. It must be `READY` and not a practice persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `acceptComparison`. */
export type AcceptComparisonPayload = {
  __typename?: 'AcceptComparisonPayload';
  /** The comparison, as the viewer sees it. */
  comparison: Comparison;
};

/** What a user may do given their age. Only the month of birth is known, so a birthday takes effect in the following month. */
export type AgeStanding =
  /** The user is 18 or older. */
  | 'ADULT'
  /** The user is under 18. Friends are not asked `TEXT` questions. */
  | 'MINOR'
  /** The user was too young to consent: under 14 if the privacy text was read in Korean, under 16 otherwise. The user can read data and delete the account. */
  | 'TOO_YOUNG'
  /** The user has not been asked yet, or was too young when asked and is old enough now. Call `giveConsent`, with the same month of birth as before. */
  | 'UNKNOWN';

/** How far friends agree about a trait. */
export type Agreement =
  /** Friends agree. */
  | 'AGREE'
  /** Friends differ somewhat. */
  | 'MIXED'
  /** Friends are divided: some see more of the trait and some see less. */
  | 'SPLIT'
  /** Too few friends could judge the trait. */
  | 'UNKNOWN';

/** Input for `allowSharingComparison`. */
export type AllowSharingComparisonInput = {
  /** Whether the viewer allows sharing the result as a picture. */
  allowed: Scalars['Boolean']['input'];
  /** ID of the comparison. Both owners must have agreed to compare. */
  comparisonId: Scalars['ID']['input'];
};

/** Result of `allowSharingComparison`. */
export type AllowSharingComparisonPayload = {
  __typename?: 'AllowSharingComparisonPayload';
  /** The comparison, as the viewer sees it. */
  comparison: Comparison;
};

/** An answer, as the respondent gave it. */
export type Answer = {
  __typename?: 'Answer';
  /** Whether the respondent could not judge the statement. */
  cannotTell: Scalars['Boolean']['output'];
  /** IDs of the words chosen in a `WORDS` question, in the order of the questionnaire. Null for other kinds. */
  optionIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** ID of the question. */
  questionId: Scalars['ID']['output'];
  /** Answer to a `SCALE` question, 1 (very inaccurate) to 5 (very accurate). Null for other kinds, and if the respondent could not judge. */
  scale?: Maybe<Scalars['Int']['output']>;
  /** Answer to a `TEXT` question. Null for other kinds. */
  text?: Maybe<Scalars['String']['output']>;
};

/** Input for `answerAboutMyself`. */
export type AnswerAboutMyselfInput = {
  /** At most 50 answers to the questions of `selfQuestions`, including at least ten to `SCALE` questions (not counting `cannotTell`). `TEXT` questions cannot be answered. */
  answers: Array<AnswerInput>;
  /** Language of the practice persona. If omitted, an existing practice persona keeps its language and a new one gets `EN`. */
  locale?: InputMaybe<Locale>;
};

/** Result of `answerAboutMyself`. */
export type AnswerAboutMyselfPayload = {
  __typename?: 'AnswerAboutMyselfPayload';
  /** The practice persona. Follow it with `personaChanged`. */
  persona: Persona;
};

/** An answer to a question. Set exactly one field besides `questionId`: the one that fits the kind of question. */
export type AnswerInput = {
  /** Whether the respondent cannot judge the statement of a `SCALE` question. Such an answer counts as not given. */
  cannotTell?: InputMaybe<Scalars['Boolean']['input']>;
  /** IDs of one to five different words chosen in a `WORDS` question. */
  optionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** ID of the question. Each question can be answered once. */
  questionId: Scalars['ID']['input'];
  /** Answer to a `SCALE` question, 1 (very inaccurate) to 5 (very accurate). */
  scale?: InputMaybe<Scalars['Int']['input']>;
  /** Answer to a `TEXT` question, at most 140 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A prototype of a personality, assigned by the closest trait profile. Computed from the answers, never random. */
export type Archetype =
  /** Imaginative and sensitive, thinks in images. */
  | 'ARTIST'
  /** Gentle and attentive, supports others. */
  | 'CAREGIVER'
  /** Outgoing and organised, takes others along. */
  | 'LEADER'
  /** Introspective and imaginative, at home in ideas. */
  | 'MYSTIC'
  /** Dependable and warm, protects others. */
  | 'PROTECTOR'
  /** Bold and restless, challenges conventions. */
  | 'REBEL'
  /** Calm and thoughtful, looks for the truth. */
  | 'SAGE'
  /** Playful and quick, turns things upside down. */
  | 'TRICKSTER';

/** An inclusive range of scores. */
export type Band = {
  __typename?: 'Band';
  /** Lowest score in the range. */
  from: Scalars['Int']['output'];
  /** Highest score in the range. */
  to: Scalars['Int']['output'];
};

/** A trait that friends see differently than the owner does. */
export type BlindSpot = {
  __typename?: 'BlindSpot';
  /** What the sentence rests on: friends' answers, and for a blind spot the owner's own after them. */
  evidence: Array<EvidenceInWords>;
  /** Whether friends see more or less of the trait than the owner does. */
  friendsSee: FriendsSee;
  /** Who usually judges this trait better. */
  judge: Judge;
  /** How certain the difference is. */
  strength: BlindSpotStrength;
  /** The sentence, in the language of the persona. */
  text: Scalars['String']['output'];
  /** The trait. */
  trait: TraitId;
};

/** How certain it is that friends see a trait differently than the owner does. */
export type BlindSpotStrength =
  /** More than chance explains with so few friends and questions. It can be stated as a fact. */
  | 'CLEAR'
  /** Possible. Phrase it as a question. At most one trait is a hint. */
  | 'HINT';

/** Direction of a change. */
export type ChangeDirection =
  /** Less than before. */
  | 'DOWN'
  /** More than before. */
  | 'UP';

/** File format of a character card. */
export type CharacterCardFormat =
  /** A ZIP with the card (V3) and the picture. */
  | 'CHARX'
  /** The card alone, as Character Card V3. */
  | 'JSON'
  /** The picture, with the card inside as Character Card V2 and V3. */
  | 'PNG';

/** Input for `chooseAlternative`. */
export type ChooseAlternativeInput = {
  /** ID of the message to show. */
  messageId: Scalars['ID']['input'];
};

/** Result of `chooseAlternative`. */
export type ChooseAlternativePayload = {
  __typename?: 'ChooseAlternativePayload';
  /** The updated message. */
  message: Message;
};

/** Input for `chooseGreeting`. */
export type ChooseGreetingInput = {
  /** Index of the greeting: 0 is the persona's own greeting, 1 and up are its `alternateGreetings` in order. */
  greeting: Scalars['Int']['input'];
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `chooseGreeting`. */
export type ChooseGreetingPayload = {
  __typename?: 'ChooseGreetingPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** Input for `chooseVoice`. */
export type ChooseVoiceInput = {
  /** Archetype whose voice to use. If omitted, the persona speaks in its own voice. */
  archetype?: InputMaybe<Archetype>;
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `chooseVoice`. */
export type ChooseVoicePayload = {
  __typename?: 'ChooseVoicePayload';
  /** The updated persona. */
  persona: Persona;
};

/** A word that friends chose. In practice mode, a word that the owner chose. */
export type ChosenWord = {
  __typename?: 'ChosenWord';
  /** Number of friends who chose the word. In practice mode, 1. */
  count: Scalars['Int']['output'];
  /** ID of the option of the `WORDS` question. */
  id: Scalars['ID']['output'];
  /** Share of friends who chose the word, 0 to 1. In practice mode, 1. */
  share: Scalars['Float']['output'];
  /** The word, in the language of the persona. */
  word: Scalars['String']['output'];
};

/** How one group of friends sees the owner. */
export type Circle = {
  __typename?: 'Circle';
  /** Number of friends included, at least three. Later responses are added only when they cannot be inferred from the change. */
  friends: Scalars['Int']['output'];
  /** How the friends in this group know the owner. */
  relation: Relation;
  /** Traits that at least three friends in this group could judge, in the order E, A, C, N, I. */
  traits: Array<CircleTrait>;
};

/** A trait as one group of friends sees it. */
export type CircleTrait = {
  __typename?: 'CircleTrait';
  /** What the score rests on, and where all friends together see the owner. */
  evidence: EvidenceInWords;
  /** The trait. */
  id: TraitId;
  /** The score as a level. */
  level: Level;
  /** Percentile, 0 to 100, as in `Trait.score`. */
  score: Scalars['Int']['output'];
};

/** Input for `closeSurvey`. */
export type CloseSurveyInput = {
  /** Whether the figures of this survey may be added to the norms. If omitted, the choice made earlier stays in effect. */
  normConsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** ID of the survey. */
  surveyId: Scalars['ID']['input'];
};

/** Result of `closeSurvey`. */
export type CloseSurveyPayload = {
  __typename?: 'CloseSurveyPayload';
  /** The updated survey. */
  survey: Survey;
};

/** The viewer's own side of a comparison. */
export type ComparedPersona = {
  __typename?: 'ComparedPersona';
  /** ID of the viewer's persona, for use with the `persona` query. */
  id: Scalars['ID']['output'];
  /** Name that the other owner sees. */
  name: Scalars['String']['output'];
};

/** A comparison of two personas whose owners both agreed to it. Neither owner can see anything else about the other. */
export type Comparison = {
  __typename?: 'Comparison';
  /** Code that the other owner passes to `acceptComparison`. Valid for one acceptance. Visible to the inviter only. Null unless the status is `INVITED`. */
  code?: Maybe<Scalars['String']['output']>;
  /** Version of the computation. The same version and the same two personas always give the same score. Null unless the status is `AGREED`. */
  computedWith?: Maybe<Scalars['String']['output']>;
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** The score as a label. Null unless the status is `AGREED`. */
  label?: Maybe<CompatibilityLabel>;
  /** The viewer's persona. */
  mine: ComparedPersona;
  /** Sentences that explain the score, in the language of the viewer's persona: first what the two personas share, then what sets them apart. Empty unless the status is `AGREED`. */
  reasons: Array<Scalars['String']['output']>;
  /** Compatibility score, 0 to 100, where 100 is the same profile. Compares the versions that were shown when the invitation was accepted, relative to the norm. The same for both owners. Null unless the status is `AGREED`. */
  score?: Maybe<Scalars['Int']['output']>;
  /** Who allows sharing the result as a picture. Null while the status is `INVITED`. */
  sharing?: Maybe<ComparisonSharing>;
  /** Status of the comparison. */
  status: ComparisonStatus;
  /** Name of the other person, as their friends see it. Null while the status is `INVITED`. */
  theirName?: Maybe<Scalars['String']['output']>;
  /** Invitation link to share with the other owner. Visible to the inviter only. Null unless the status is `INVITED`. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A page of comparisons, newest first. */
export type ComparisonConnection = {
  __typename?: 'ComparisonConnection';
  /** Comparisons on this page, newest first. */
  edges: Array<ComparisonEdge>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
};

/** A comparison in a list. */
export type ComparisonEdge = {
  __typename?: 'ComparisonEdge';
  /** Opaque cursor of this item, for use as `after`. */
  cursor: Scalars['String']['output'];
  /** The comparison. */
  node: Comparison;
};

/** An open invitation to compare personas, as anyone with its link sees it. */
export type ComparisonInvitation = {
  __typename?: 'ComparisonInvitation';
  /** Name of the inviter, as their friends see it. */
  inviterName: Scalars['String']['output'];
};

/** Who allows sharing the result of a comparison as a picture. While both do, each owner can download it from `/comparisons/:id/picture.png`. */
export type ComparisonSharing = {
  __typename?: 'ComparisonSharing';
  /** Whether the viewer allows it. */
  byMe: Scalars['Boolean']['output'];
  /** Whether the other owner allows it. */
  byOther: Scalars['Boolean']['output'];
};

/** Status of a comparison. */
export type ComparisonStatus =
  /** Both owners agreed, and both personas can be compared. */
  | 'AGREED'
  /** Only the inviter has agreed. The code has not been used yet. */
  | 'INVITED'
  /** Both owners agreed, but a compared version no longer exists because friends withdrew their responses. End the comparison and create a new invitation. */
  | 'RESTING';

/** How alike two profiles are, from most to least alike. No label is better than another. */
export type CompatibilityLabel =
  /** Score from 35 to 54: each has more of what the other has less of. */
  | 'COMPLEMENT'
  /** Score below 35: opposite profiles. */
  | 'CONTRAST'
  /** Score from 55 to 74: similar profiles, each with features of its own. */
  | 'KINDRED'
  /** Score of 75 or more: the same profile, as if seen in a mirror. */
  | 'MIRROR';

/** How reliable a measurement is. It increases with the number of friends, each weighted by closeness and care. */
export type Confidence =
  /** A fair likeness: 5 to 7 friends after weighting. */
  | 'FAIR'
  /** A good likeness: 8 or more friends after weighting. */
  | 'GOOD'
  /** A first sketch: fewer than 5 friends after weighting. */
  | 'SKETCH';

/** A user's consent to the privacy text. */
export type Consent = {
  __typename?: 'Consent';
  /** Day the consent was given, as `YYYY-MM-DD` in UTC. */
  givenOn: Scalars['String']['output'];
  /** Language in which the user read the privacy text. */
  locale: Locale;
  /** Version of the privacy text. */
  version: Scalars['String']['output'];
};

/** The conversation of an owner with their persona. */
export type Conversation = {
  __typename?: 'Conversation';
  /** Index of the greeting: 0 is the persona's own greeting, 1 and up are its `alternateGreetings` in order. */
  chosenGreeting: Scalars['Int']['output'];
  /** Greeting that opens the conversation. Null until the text of the persona is written. */
  greeting?: Maybe<Scalars['String']['output']>;
  /** ID of the persona. Each persona has exactly one conversation. */
  id: Scalars['ID']['output'];
  /** What the persona remembers. The owner can correct and delete all of it. */
  memory: Memory;
  /** Increases with every change. Discard an event whose revision is lower than the one you already have. */
  revision: Scalars['Int']['output'];
  /** Message that is waiting to be sent again. Sending any message clears it. Null if there is none. */
  unsent?: Maybe<UnsentMessage>;
  /** The reply that is being written. No other reply can start until it ends. Null if none is being written. */
  writing?: Maybe<Message>;
};

/** A conversation exported to a file. */
export type ConversationExport = {
  __typename?: 'ConversationExport';
  /** Content of the file. */
  content: Scalars['String']['output'];
  /** Suggested name of the file. */
  filename: Scalars['String']['output'];
  /** Media type of the file: `text/plain` or `application/json`, in UTF-8. */
  mediaType: Scalars['String']['output'];
};

/** Input for `correctFact`. */
export type CorrectFactInput = {
  /** ID of the fact. */
  factId: Scalars['ID']['input'];
  /** New text of the fact, at most 280 characters. */
  text: Scalars['String']['input'];
};

/** Result of `correctFact`. */
export type CorrectFactPayload = {
  __typename?: 'CorrectFactPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** Input for `correctSummary`. */
export type CorrectSummaryInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
  /** New summary, at most 2,000 characters. If omitted, the summary is deleted and the older part of the conversation is forgotten. */
  summary?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `correctSummary`. */
export type CorrectSummaryPayload = {
  __typename?: 'CorrectSummaryPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** Input for `createSurvey`. */
export type CreateSurveyInput = {
  /** Name that friends see, at most 60 characters. Defaults to the viewer's given name. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** The public page that the viewer came from, as `p:` and the last part of its link. If this is the viewer's first survey, the owner of that page sees a new owner in the numbers, and nothing about who. Anything else is ignored. */
  from?: InputMaybe<Scalars['String']['input']>;
  /** Language of the questions and of the persona. Defaults to `EN`. */
  locale?: InputMaybe<Locale>;
  /** Whether the figures of this survey may be added to the norms once the survey is closed. Norms are sums over many people in which no individual can be identified. Defaults to false. */
  normConsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** The owner's own title, at most 120 characters. Friends do not see it. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `createSurvey`. */
export type CreateSurveyPayload = {
  __typename?: 'CreateSurveyPayload';
  /** The new survey, with status `OPEN` and a persona with status `PENDING`. */
  survey: Survey;
};

/** A copy of everything that is the viewer's: a ZIP with JSON files and pictures. What friends answered is in it as far as the app shows it. */
export type DataExport = {
  __typename?: 'DataExport';
  /** Time at which the file is deleted, 24 hours after it was made. Null unless `READY`. */
  expiresAt?: Maybe<Scalars['DateTimeISO']['output']>;
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** Current status. */
  status: DataExportStatus;
  /** URL of the file, which needs no sign-in. Null unless `READY`. Answers 404 once it has expired or the account is deleted. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Status of an export of the viewer's data. */
export type DataExportStatus =
  /** The file could not be made. Ask for another one. */
  | 'FAILED'
  /** The file is being made. */
  | 'PENDING'
  /** The file can be downloaded. */
  | 'READY';

/** Result of `deleteAccount`. */
export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** Always true. Failures are returned as errors. */
  ok: Scalars['Boolean']['output'];
};

/** Input for `deleteConversation`. */
export type DeleteConversationInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `deleteConversation`. */
export type DeleteConversationPayload = {
  __typename?: 'DeleteConversationPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** Input for `deleteMessage`. */
export type DeleteMessageInput = {
  /** ID of a message with the role `USER`. */
  messageId: Scalars['ID']['input'];
};

/** Result of `deleteMessage`. */
export type DeleteMessagePayload = {
  __typename?: 'DeleteMessagePayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** Result of `deleteSurvey`. */
export type DeleteSurveyPayload = {
  __typename?: 'DeleteSurveyPayload';
  /** ID of the deleted survey. */
  surveyId: Scalars['ID']['output'];
};

/** Input for `editMessage`. */
export type EditMessageInput = {
  /** Idempotency key generated by the client, at most 128 characters. Repeating the request with the same key returns the original result. The same key with different content fails with `IDEMPOTENCY_CONFLICT`. */
  clientKey: Scalars['ID']['input'];
  /** ID of a message with the role `USER`. */
  messageId: Scalars['ID']['input'];
  /** New text, at most 4,000 characters. */
  text: Scalars['String']['input'];
};

/** Result of `editMessage`. */
export type EditMessagePayload = {
  __typename?: 'EditMessagePayload';
  /** The new message. */
  message: Message;
  /** The new reply. Follow it with `replyStreamed`. */
  reply: Message;
};

/** Input for `endComparison`. */
export type EndComparisonInput = {
  /** ID of the comparison. */
  comparisonId: Scalars['ID']['input'];
};

/** Result of `endComparison`. */
export type EndComparisonPayload = {
  __typename?: 'EndComparisonPayload';
  /** ID of the deleted comparison. */
  comparisonId: Scalars['ID']['output'];
};

/** What a sentence rests on: how many people and what they say together, how far apart they are, and what they were asked. */
export type EvidenceInWords = {
  __typename?: 'EvidenceInWords';
  /** Evidence ID: `EV-E` to `EV-I` for traits, `EV-W-…` for words, `EV-Q…` for quotes, `EV-S-…` for the owner's own answers about a trait, `EV-C-…` for a trait as one group of friends sees it. */
  id: Scalars['ID']['output'];
  /** The questions asked, as the people who answered read them. Empty for replies that were explained before they were recorded. */
  questions: Array<Scalars['String']['output']>;
  /** How far apart the answers are, in words. Follows from `Trait.agreement` and the counts, so it tells nothing more about a single friend. Null for replies that were explained before it was recorded. */
  spread?: Maybe<Scalars['String']['output']>;
  /** The counts as a sentence, for example "4 of 5 friends …". Never reveals what a single friend wrote. */
  text: Scalars['String']['output'];
};

/** Input for `explainReply`. */
export type ExplainReplyInput = {
  /** ID of a reply that has ended. */
  messageId: Scalars['ID']['input'];
};

/** Result of `explainReply`. */
export type ExplainReplyPayload = {
  __typename?: 'ExplainReplyPayload';
  /** The updated message. */
  message: Message;
};

/** Input for `exportCharacterCard`. */
export type ExportCharacterCardInput = {
  /** Format of the file. */
  format: CharacterCardFormat;
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `exportCharacterCard`: a private file. */
export type ExportCharacterCardPayload = {
  __typename?: 'ExportCharacterCardPayload';
  /** Time at which the URL expires, 15 minutes from now. */
  expiresAt: Scalars['DateTimeISO']['output'];
  /** URL of the file, which needs no sign-in. It shows the version that is shown at the time of the download, and answers 404 once it has expired or the persona is gone. */
  url: Scalars['String']['output'];
};

/** Format of an exported conversation. */
export type ExportFormat =
  /** The whole tree with all alternatives and the memory, as JSON for programs. */
  | 'JSON'
  /** The messages shown, as plain text for people. */
  | 'TEXT';

/** Result of `exportMyData`. */
export type ExportMyDataPayload = {
  __typename?: 'ExportMyDataPayload';
  /** The export that is being made. */
  export: DataExport;
};

/** A fact about the owner that the persona considers in every reply. */
export type Fact = {
  __typename?: 'Fact';
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** How the fact was added. */
  source: FactSource;
  /** Text of the fact. */
  text: Scalars['String']['output'];
};

/** How a fact was added. */
export type FactSource =
  /** The owner pinned or corrected it. */
  | 'OWNER'
  /** It was found when the conversation was summarized. */
  | 'SUMMARY';

/** Input for `forgetFact`. */
export type ForgetFactInput = {
  /** ID of the fact. */
  factId: Scalars['ID']['input'];
};

/** Result of `forgetFact`. */
export type ForgetFactPayload = {
  __typename?: 'ForgetFactPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** How friends see a trait, compared with how the owner sees it. */
export type FriendsSee =
  /** Friends see more of the trait. */
  | 'HIGHER'
  /** Friends see less of the trait. */
  | 'LOWER';

/** Daily counts of how a survey and its public page spread. No identity is stored. A day is shown once it is over. */
export type Funnel = {
  __typename?: 'Funnel';
  /** Number of responses, the same as `responseCount`: exact and up to date. Not known by day. */
  answers: Scalars['Int']['output'];
  /** Days on which something was counted, oldest first: at most the last 400. */
  days: Array<FunnelDay>;
  /** Number of questions in the survey, with relation and closeness. */
  questions: Scalars['Int']['output'];
  /** Where friends stopped, in the order of the questions. Empty below ten responses. Questions at which fewer than three visits ended are left out. */
  stops: Array<QuestionStop>;
  /** The sums of all counted days, at most the last 400. */
  totals: FunnelCounts;
  /** The last day that is counted, as `YYYY-MM-DD` in UTC. A day is counted one hour after its end. */
  until: Scalars['String']['output'];
};

/** How often something happened. Programs, pages loaded in advance and reloads are not counted. A number below three on one day is added to a later day, so no number tells of one or two people. */
export type FunnelCounts = {
  __typename?: 'FunnelCounts';
  /** Number of people who came from the public page and created their first survey. */
  newOwners: Scalars['Int']['output'];
  /** How often the link of the public page was sent or posted, counted like `surveyShares`. */
  pageShares: Scalars['Int']['output'];
  /** How often the public page of the persona was opened. */
  pageViews: Scalars['Int']['output'];
  /** How often the link of the survey was sent or posted, as far as the server can tell: a messenger or network fetched a preview. Most of them keep a preview for some time, so there may be more. */
  surveyShares: Scalars['Int']['output'];
  /** How often the page of the survey was opened. */
  surveyViews: Scalars['Int']['output'];
};

/** What happened on a day. */
export type FunnelDay = {
  __typename?: 'FunnelDay';
  /** The day, as `YYYY-MM-DD` in UTC. */
  day: Scalars['String']['output'];
  /** Number of people who came from the public page and created their first survey. */
  newOwners: Scalars['Int']['output'];
  /** How often the link of the public page was sent or posted, counted like `surveyShares`. */
  pageShares: Scalars['Int']['output'];
  /** How often the public page of the persona was opened. */
  pageViews: Scalars['Int']['output'];
  /** How often the link of the survey was sent or posted, as far as the server can tell: a messenger or network fetched a preview. Most of them keep a preview for some time, so there may be more. */
  surveyShares: Scalars['Int']['output'];
  /** How often the page of the survey was opened. */
  surveyViews: Scalars['Int']['output'];
};

/** Input for `giveConsent`. */
export type GiveConsentInput = {
  /** Month of birth, as `YYYY-MM`, at most 120 years ago. Stored to determine whether the user is of age, and never returned. */
  bornIn: Scalars['String']['input'];
  /** Language in which the user read the privacy text. */
  locale: Locale;
  /** Version of the privacy text, for example `2026-11`. At most 40 letters, digits, dots, hyphens or underscores. */
  version: Scalars['String']['input'];
};

/** Result of `giveConsent`. */
export type GiveConsentPayload = {
  __typename?: 'GiveConsentPayload';
  /** The updated user. */
  user: User;
};

/** Settings for signing in with Google in a browser (OpenID Connect with `response_type=id_token`). The client adds `client_id`, `redirect_uri` (its own origin followed by `/auth/callback`), `response_type`, `scope`, `nonce`, `state` and `prompt`. */
export type GoogleSignIn = {
  __typename?: 'GoogleSignIn';
  /** URL of the authorization endpoint. If a stand-in replaces Google, a path on this server. */
  authorizationUrl: Scalars['String']['output'];
  /** OAuth client ID to send, which is also the audience of the ID token. */
  clientId: Scalars['String']['output'];
  /** Whether a stand-in that asks for no password replaces Google. If so, label the sign-in as a demo. */
  demo: Scalars['Boolean']['output'];
};

/** A crisis help line. */
export type HelpLine = {
  __typename?: 'HelpLine';
  /** Phone number, text number or address of the help line. */
  contact: Scalars['String']['output'];
  /** Opening hours. */
  hours: Scalars['String']['output'];
  /** Name of the help line. */
  name: Scalars['String']['output'];
  /** Website. Null if the help line has none. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Input for `hideQuote`. */
export type HideQuoteInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
  /** ID of the quote in that version, `EV-Q1` and up. */
  quoteId: Scalars['ID']['input'];
  /** Reason for reporting the quote to the operators of this server. If omitted, the quote is hidden without a report. */
  report?: InputMaybe<QuoteReport>;
  /** Number of the version that has the quote. Defaults to the version that is shown. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of `hideQuote`. */
export type HideQuotePayload = {
  __typename?: 'HideQuotePayload';
  /** The updated persona. */
  persona: Persona;
};

/** An illustration of a persona. */
export type Illustration = {
  __typename?: 'Illustration';
  /** Alternative text that describes the image. */
  alt: Scalars['String']['output'];
  /** Height in pixels. */
  height: Scalars['Int']['output'];
  /** How the illustration was generated. If it is `LOCAL`, label it wherever it is displayed. */
  source: IllustrationSource;
  /** URL of the image, relative to the address of this API. WebP format. */
  url: Scalars['String']['output'];
  /** Width in pixels. */
  width: Scalars['Int']['output'];
};

/** How an illustration was generated. */
export type IllustrationSource =
  /** By this server, in practice mode or after the image model failed permanently. */
  | 'LOCAL'
  /** By the image model. */
  | 'MODEL';

/** Size of a square image. */
export type ImageSize =
  /** 1024 × 1024 pixels. */
  | 'LARGE'
  /** 512 × 512 pixels. */
  | 'MEDIUM'
  /** 256 × 256 pixels. */
  | 'SMALL';

/** Input for `importCharacterCard`. */
export type ImportCharacterCardInput = {
  /** The card as JSON, Character Card V2 or V3: of a PNG the decoded `ccv3` or `chara`, of a CHARX `card.json`. At most 96 KiB in UTF-8, and 50 levels. */
  card: Scalars['String']['input'];
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `importCharacterCard`. */
export type ImportCharacterCardPayload = {
  __typename?: 'ImportCharacterCardPayload';
  /** The persona, whose `keptFields` are what was added to the card. */
  persona: Persona;
};

/** The state of the viewer's notifications as a whole. */
export type Inbox = {
  __typename?: 'Inbox';
  /** Rises with every change to the notifications. */
  revision: Scalars['Int']['output'];
  /** Number of notifications that the viewer has not read. */
  unreadCount: Scalars['Int']['output'];
};

/** Detailed results of a version, for its owner. Everything is computed from the answers except the quotes, which a model writes. Nothing in it reveals what only one or two friends said. */
export type Insight = {
  __typename?: 'Insight';
  /** Traits that friends agree on, strongest agreement first. */
  agreed: Array<TraitSentence>;
  /** Traits that friends see differently than the owner does, in the order E, A, C, N, I. Null in practice mode, and if the owner has not called `answerAboutMyself`. */
  blindSpots?: Maybe<Array<BlindSpot>>;
  /** How each group of friends, for example family or colleagues, sees the owner, largest group first. A group is included only if no individual answer can be inferred, neither within the group nor outside it. */
  circles: Array<Circle>;
  /** How reliable the measurement is. */
  confidence: Confidence;
  /** Number of friends whose answers are included. 0 in practice mode. */
  friends: Scalars['Int']['output'];
  /** Number of additional friends needed for a confidence of `FAIR`. 0 once it is reached. Responses are released in groups, so the results may follow later: see `Survey.nextRelease`. */
  friendsUntilFair: Scalars['Int']['output'];
  /** Number of additional friends needed for a confidence of `GOOD`. 0 once it is reached. */
  friendsUntilGood: Scalars['Int']['output'];
  /** The owner's words compared with those of friends. Null in practice mode, and if the owner has not called `answerAboutMyself`. */
  johari?: Maybe<JohariWindow>;
  /** The reference group that the scores are compared with. */
  norm: Norm;
  /** Paraphrases of what friends wrote. */
  quotes: Array<Quote>;
  /** Traits that friends disagree on, strongest disagreement first. */
  split: Array<TraitSentence>;
  /** Figures for a card. */
  stats: Stats;
  /** The five traits, in the order E, A, C, N, I. */
  traits: Array<InsightTrait>;
  /** Range of scores with the level `TYPICAL`. */
  typicalBand: Band;
  /** Words that at least two friends chose, most frequent first. In practice mode, the words that the owner chose. */
  words: Array<ChosenWord>;
};

/** A measured trait, with a sentence that describes it. */
export type InsightTrait = {
  __typename?: 'InsightTrait';
  /** How far friends agree about the trait. */
  agreement: Agreement;
  /** What the sentence rests on. */
  evidence: Array<EvidenceInWords>;
  /** The trait. */
  id: TraitId;
  /** The score as a level. */
  level: Level;
  /** Number of friends who could judge the trait. 0 if fewer than three could: the trait then counts as not measured and its score is 50. In practice mode, 1 if the owner's answers cover the trait and 0 otherwise. */
  raters: Scalars['Int']['output'];
  /** Percentile, 0 to 100: the chance in percent that friends, taken together, see more of the trait in this person than in a random other person. */
  score: Scalars['Int']['output'];
  /** The sentence, in the language of the persona. */
  text: Scalars['String']['output'];
};

/** Input for `inviteToCompare`. */
export type InviteToCompareInput = {
  /** ID of one of the viewer's personas. It must be `READY` and not a practice persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `inviteToCompare`. */
export type InviteToComparePayload = {
  __typename?: 'InviteToComparePayload';
  /** The comparison, with status `INVITED` and its code. */
  comparison: Comparison;
};

/** The Johari window (Luft & Ingham 1955): every word of the questionnaire, each in one pane. Words are in the order of the questionnaire. */
export type JohariWindow = {
  __typename?: 'JohariWindow';
  /** Words chosen by the owner and by at least a third of friends. */
  arena: Array<JohariWord>;
  /** Words not chosen by the owner, but by at least a third of friends and at least two of them. */
  blindSpot: Array<JohariWord>;
  /** Words chosen by the owner and by no friend. A word that only one friend chose counts as chosen by none. */
  facade: Array<JohariWord>;
  /** The question behind every word, as friends read it, and as the owner did. */
  questions: Array<Scalars['String']['output']>;
  /** Words chosen by at least two friends, but by less than a third of them, whether or not the owner chose them. */
  someFriends: Array<JohariWord>;
  /** All other words: no two friends chose them. */
  unknown: Array<JohariWord>;
};

/** A word in the Johari window. */
export type JohariWord = {
  __typename?: 'JohariWord';
  /** Who picked it: how many friends, and whether the owner did. A word that only one friend picked counts as picked by none. */
  evidence: Scalars['String']['output'];
  /** ID of the option of the `WORDS` question. */
  id: Scalars['ID']['output'];
  /** The word, in the language of the persona. */
  label: Scalars['String']['output'];
};

/** Who usually judges a trait better, according to research and not to the answers about this person. */
export type Judge =
  /** Both equally well. */
  | 'EQUAL'
  /** Friends. */
  | 'FRIENDS_JUDGE_WELL'
  /** The person themselves. */
  | 'SELF_KNOWS_BEST';

/** A field that the owner added to the character card of a persona in another program. It is written into the next card and used for nothing else, and only the owner sees it. */
export type KeptField = {
  __typename?: 'KeptField';
  /** Number of things in it: of texts in a list, or of entries in a lorebook; 1 for others. */
  count: Scalars['Int']['output'];
  /** Place of the field in the card, such as `data.tags` or `data.extensions.depth_prompt`. At most 100 characters of it. */
  name: Scalars['String']['output'];
};

/** Level of a score. */
export type Level =
  /** Score from 66 to 85. */
  | 'HIGH'
  /** Score from 15 to 34. */
  | 'LOW'
  /** Score from 35 to 65. */
  | 'TYPICAL'
  /** Score above 85. */
  | 'VERY_HIGH'
  /** Score below 15. */
  | 'VERY_LOW';

/** A supported language. */
export type Locale =
  /** English. */
  | 'EN'
  /** Japanese. The questions are our own draft translation. */
  | 'JA'
  /** Korean. The questions are our own draft translation. */
  | 'KO';

/** Input for `markNotificationsRead`. */
export type MarkNotificationsReadInput = {
  /** IDs of 1 to 100 notifications. IDs that are not of notifications of the viewer have no effect. If omitted, all are marked. */
  notificationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Result of `markNotificationsRead`. */
export type MarkNotificationsReadPayload = {
  __typename?: 'MarkNotificationsReadPayload';
  /** The inbox after the change. */
  inbox: Inbox;
};

/** What the persona remembers besides the most recent messages. */
export type Memory = {
  __typename?: 'Memory';
  /** Facts, oldest first. At most 40. */
  facts: Array<Fact>;
  /** Summary of the older part of the conversation. Null while every message is still remembered word for word, and after the owner deletes the summary. */
  summary?: Maybe<Scalars['String']['output']>;
};

/** A message in a conversation. */
export type Message = {
  __typename?: 'Message';
  /** IDs of all messages with the same parent, including this one, oldest first. Switch between them with `chooseAlternative`. */
  alternatives: Array<Scalars['ID']['output']>;
  /** Time at which the message was created. */
  createdAt: Scalars['DateTimeISO']['output'];
  /** Whether the demo model wrote the message. If so, label it wherever it is displayed. */
  demo: Scalars['Boolean']['output'];
  /** Evidence that the reply is based on. Null until `explainReply` is called. Empty if the reply is not based on anything measured. */
  evidence?: Maybe<Array<EvidenceInWords>>;
  /** Why the reply failed. Null unless the status is `FAILED`. */
  failure?: Maybe<MessageFailure>;
  /** Help lines of a `HELP_CARD`. Empty for any other kind. */
  helpLines: Array<HelpLine>;
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** Kind of message. */
  kind: MessageKind;
  /** ID of the message that this one follows. Null for the first message of a conversation. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** Author of the message. */
  role: MessageRole;
  /** Status of the message. */
  status: MessageStatus;
  /** Text of the message. For a reply that is being written, the text so far: continue with `replyStreamed`, passing the length of this text as `after`. */
  text: Scalars['String']['output'];
};

/** A page of messages, oldest first. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** Messages on this page, oldest first. */
  edges: Array<MessageEdge>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
};

/** A message in a list. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** Opaque cursor of this item, for use as `after` or `before`. New messages do not change it. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Message;
};

/** Why a reply is `FAILED`. */
export type MessageFailure = {
  __typename?: 'MessageFailure';
  /** Explanation to display to the owner. */
  reason: Scalars['String']['output'];
  /** Whether `regenerateReply` can succeed. */
  retryable: Scalars['Boolean']['output'];
};

/** Kind of message. */
export type MessageKind =
  /** A message of the conversation. */
  | 'CHAT'
  /** Help lines, sent in reply to signs of a crisis. Written by people, never by a model. */
  | 'HELP_CARD';

/** Author of a message. */
export type MessageRole =
  /** The persona. */
  | 'PERSONA'
  /** The owner. */
  | 'USER';

/** Status of a message. `COMPLETE`, `STOPPED` and `FAILED` are final: another attempt creates an alternative. */
export type MessageStatus =
  /** The message is complete. Messages of the owner always are. */
  | 'COMPLETE'
  /** The reply could not be completed. The text written so far is kept. See `failure` for the reason. */
  | 'FAILED'
  /** The reply is waiting for a worker. */
  | 'PENDING'
  /** The owner stopped the reply. The text written so far is kept. */
  | 'STOPPED'
  /** The reply is being written. */
  | 'STREAMING';

export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts an invitation to compare personas. Both owners can then see the comparison. Repeating the call returns the same comparison. */
  acceptComparison: AcceptComparisonPayload;
  /** Allows sharing the result of a comparison as a picture, or no longer allows it. The picture exists only while both owners allow it. */
  allowSharingComparison: AllowSharingComparisonPayload;
  /** Stores the viewer's answers about themselves and makes the practice persona from them. The Johari window and the blind spots compare these answers with those of friends. */
  answerAboutMyself: AnswerAboutMyselfPayload;
  /** Shows a message instead of its alternatives, together with the messages that followed it. */
  chooseAlternative: ChooseAlternativePayload;
  /** Chooses the greeting that opens the conversation. */
  chooseGreeting: ChooseGreetingPayload;
  /** Chooses how the persona speaks: in the voice of an archetype (alchemic) or in its own voice (fated). The traits stay the same. */
  chooseVoice: ChooseVoicePayload;
  /** Closes a survey, so that it accepts no more responses. Has no effect on a closed survey. */
  closeSurvey: CloseSurveyPayload;
  /** Replaces the text of a fact. If another fact already has this text, the two become one. */
  correctFact: CorrectFactPayload;
  /** Replaces or deletes the summary of the older part of the conversation. */
  correctSummary: CorrectSummaryPayload;
  /** Creates a survey about the viewer. A user can have 50 surveys, open and closed together; another one fails with `FORBIDDEN` until one is deleted. */
  createSurvey: CreateSurveyPayload;
  /** Deletes the viewer's account with all surveys, responses, personas, illustrations, conversations and comparisons. All sessions end. */
  deleteAccount: DeleteAccountPayload;
  /** Deletes every message of a conversation and everything that the persona remembers. */
  deleteConversation: DeleteConversationPayload;
  /** Deletes a message of the owner with its replies, everything that followed it, and the summaries and facts made from any of these. */
  deleteMessage: DeleteMessagePayload;
  /** Deletes a survey with its responses, persona, illustrations and conversation. */
  deleteSurvey: DeleteSurveyPayload;
  /** Replaces an earlier message of the owner and starts a new reply. The original message and everything after it are kept as an alternative. */
  editMessage: EditMessagePayload;
  /** Deletes a comparison for both owners, or revokes an open invitation. */
  endComparison: EndComparisonPayload;
  /** Explains which measured evidence a reply is based on. Repeating the call returns the same explanation. */
  explainReply: ExplainReplyPayload;
  /** Makes a link to a persona that is `READY` as a character card (V2 and V3), which SillyTavern, RisuAI and other programs read. The card holds what a public page would show, and the voice: no quote and nothing of the conversation. It also has what `importCharacterCard` has kept. */
  exportCharacterCard: ExportCharacterCardPayload;
  /** Asks for a copy of everything that is the viewer's. It is made in the background: see `dataExportChanged`. While one is being made, further calls return the same one. At most 5 a day. */
  exportMyData: ExportMyDataPayload;
  /** Deletes a fact. The summary may still mention it: use `correctSummary` to change or delete the summary. */
  forgetFact: ForgetFactPayload;
  /** Stores the viewer's consent and month of birth, once. Repeating the call with the same input returns the same result. Different input fails with `FORBIDDEN`. A user who is too young is stored without consent, and can consent with the same month of birth once old enough. */
  giveConsent: GiveConsentPayload;
  /** Hides a quote permanently from every current and future version, together with the sentences that cite it, and from the conversation. If a reason is given, the quote is also reported to the operators of this server. Repeating the call has no further effect. */
  hideQuote: HideQuotePayload;
  /** Keeps what the owner added to the character card of a persona in another program: greetings, a lorebook, tags, notes and all fields that this API does not know. The next card has them again. What was measured does not change, and what was kept of an earlier import is replaced. */
  importCharacterCard: ImportCharacterCardPayload;
  /** Creates an invitation to compare personas, to share with one person. While the invitation is open, repeating the call returns the same one. */
  inviteToCompare: InviteToComparePayload;
  /** Marks notifications of the viewer as read, on all devices. */
  markNotificationsRead: MarkNotificationsReadPayload;
  /** Adds a fact that the persona remembers permanently, up to 40 per conversation. Adding the same text again has no effect. */
  pinFact: PinFactPayload;
  /** Publishes a persona that is `READY`, so that anyone with its `publicUrl` sees the version that is shown. Fails with `FORBIDDEN` for a practice persona and for an owner under 18. */
  publishPersona: PublishPersonaPayload;
  /** Exchanges a refresh token for a new access token and a new refresh token. Using a refresh token again within 30 seconds of its first use returns the same new refresh token, or the latest one if that has been used too. Later use ends the session. */
  refreshSession: RefreshSessionPayload;
  /** Starts another reply to the same message, as an alternative to the existing one. The existing reply and everything after it are hidden until `chooseAlternative` shows them again. */
  regenerateReply: RegenerateReplyPayload;
  /** Deletes all kept fields of a persona. Has no effect if there are none. */
  removeKeptFields: RemoveKeptFieldsPayload;
  /** Changes the name that friends see. Fails with `FORBIDDEN` once a friend has answered, because answers and texts are about that name. */
  renameSurvey: RenameSurveyPayload;
  /** Reopens a closed survey, so that it accepts responses again. Has no effect on an open survey. */
  reopenSurvey: ReopenSurveyPayload;
  /** Starts the conversation anew. Its messages are kept as an alternative of the next first message, and facts stay remembered. Fails with `RATE_LIMITED` while a reply is being written. */
  restartConversation: RestartConversationPayload;
  /** Retries the newest failed version, starting at the step that failed. Has no effect if no version failed. */
  retryPersona: RetryPersonaPayload;
  /** Ends one of the viewer's sessions on another device, or the current one. Its tokens stop working and its WebSockets close. Fails with `NOT_FOUND` for a session that has ended. */
  revokeSession: RevokeSessionPayload;
  /** Replaces the link of a survey. The old link stops working immediately. */
  rotateSurveyLink: RotateSurveyLinkPayload;
  /** Sends a message to the persona and starts a reply. Fails with `RATE_LIMITED` while another reply is being written. */
  sendMessage: SendMessagePayload;
  /** Chooses which version is shown: as the persona, in the conversation and to other people. */
  showVersion: ShowVersionPayload;
  /** Signs a user in with a Google ID token and starts a session. */
  signInWithGoogle: SignInWithGooglePayload;
  /** Ends the current session. Its tokens stop working and its WebSockets close. */
  signOut: SignOutPayload;
  /** Stops a reply that is being written, from any device. The text written so far is kept. Has no effect on a reply that has ended. */
  stopReply: StopReplyPayload;
  /** Submits a response to a survey. Requires no sign-in. Responses with the same `clientKey` count once. */
  submitResponse: SubmitResponsePayload;
  /** Sends notifications to a browser for as long as the session lasts. At most 10 browsers of a user: a further one replaces the oldest. Repeating the call has no effect. */
  subscribeToPush: SubscribeToPushPayload;
  /** Makes a persona private again. Its public page answers 404 everywhere within a minute. Has no effect unless it is published. */
  unpublishPersona: UnpublishPersonaPayload;
  /** Has notifications no longer shown by a browser of the viewer. Has no effect on any other subscription. */
  unsubscribeFromPush: UnsubscribeFromPushPayload;
  /** Changes whether the viewer gets notifications by e-mail, and in which language. */
  updateNotificationSettings: UpdateNotificationSettingsPayload;
  /** Deletes a response. Requires no sign-in. The response no longer counts, and later versions of the persona are made without it. If fewer responses than the threshold remain, all versions of the persona are deleted and its status returns to `PENDING`. */
  withdrawResponse: WithdrawResponsePayload;
};


export type MutationAcceptComparisonArgs = {
  input: AcceptComparisonInput;
};


export type MutationAllowSharingComparisonArgs = {
  input: AllowSharingComparisonInput;
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


export type MutationDeleteConversationArgs = {
  input: DeleteConversationInput;
};


export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
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


export type MutationExportCharacterCardArgs = {
  input: ExportCharacterCardInput;
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


export type MutationImportCharacterCardArgs = {
  input: ImportCharacterCardInput;
};


export type MutationInviteToCompareArgs = {
  input: InviteToCompareInput;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationPinFactArgs = {
  input: PinFactInput;
};


export type MutationPublishPersonaArgs = {
  input: PublishPersonaInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegenerateReplyArgs = {
  input: RegenerateReplyInput;
};


export type MutationRemoveKeptFieldsArgs = {
  input: RemoveKeptFieldsInput;
};


export type MutationRenameSurveyArgs = {
  input: RenameSurveyInput;
};


export type MutationReopenSurveyArgs = {
  input: SurveyInput;
};


export type MutationRestartConversationArgs = {
  input: RestartConversationInput;
};


export type MutationRetryPersonaArgs = {
  input: RetryPersonaInput;
};


export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
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


export type MutationSubscribeToPushArgs = {
  input: SubscribeToPushInput;
};


export type MutationUnpublishPersonaArgs = {
  input: UnpublishPersonaInput;
};


export type MutationUnsubscribeFromPushArgs = {
  input: UnsubscribeFromPushInput;
};


export type MutationUpdateNotificationSettingsArgs = {
  input: UpdateNotificationSettingsInput;
};


export type MutationWithdrawResponseArgs = {
  input: WithdrawResponseInput;
};

/** The reference group that scores are compared with. */
export type Norm = {
  __typename?: 'Norm';
  /** Number of people in the reference group. For norms built from our own surveys, only people described in those surveys are counted. */
  people: Scalars['Int']['output'];
  /** Who the people in the reference group are and how they were surveyed, in English. Display it next to scores. */
  source: Scalars['String']['output'];
  /** Version of the norm. */
  version: Scalars['String']['output'];
};

/** Something that happened while the viewer was away. */
export type Notification = {
  __typename?: 'Notification';
  /** ID of the accepted comparison. Null unless the kind is `COMPARISON_ACCEPTED`. */
  comparisonId?: Maybe<Scalars['ID']['output']>;
  /** Day on which it happened, as `YYYY-MM-DD` in UTC. No finer time is available. */
  createdOn: Scalars['String']['output'];
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** Whether the viewer has read it, on any device. */
  isRead: Scalars['Boolean']['output'];
  /** What the notification is about. */
  kind: NotificationKind;
  /** ID of the viewer's persona that the notification is about. */
  personaId: Scalars['ID']['output'];
};

/** A page of notifications, newest first. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** Notifications on this page, newest first. */
  edges: Array<NotificationEdge>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
};

/** A notification in a list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Cursor of this item. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  node: Notification;
};

/** What a notification is about. No notification says that a single friend has answered. */
export type NotificationKind =
  /** Someone accepted the viewer's invitation to compare personas. */
  | 'COMPARISON_ACCEPTED'
  /** At least three new answers made a new version of a persona. */
  | 'MIRROR_CHANGED'
  /** A version of a persona is `FAILED`, and no more retries are made automatically. */
  | 'MIRROR_FAILED'
  /** A persona is `READY` for the first time. */
  | 'MIRROR_READY';

/** How the viewer is told of notifications while the app is closed. */
export type NotificationSettings = {
  __typename?: 'NotificationSettings';
  /** Whether this server sends e-mails. */
  canEmail: Scalars['Boolean']['output'];
  /** Whether notifications are sent to `User.email`. False until the viewer turns it on. */
  email: Scalars['Boolean']['output'];
  /** Language of the e-mails. */
  locale: Locale;
  /** Number of the viewer's browsers that show notifications, at most 10. */
  pushBrowsers: Scalars['Int']['output'];
  /** Public key of this server for Web Push, base64url. Pass it as `applicationServerKey` to `PushManager.subscribe`. */
  pushKey: Scalars['String']['output'];
};

/** Position of a page in its list, as in the Relay specification. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last item. Pass it as `after` to get the next page. Null if the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are items after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are items before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. Pass it as `before` to get the previous page, in lists that support it. Null if the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How a person is seen: traits measured from answers, described in text and an illustration. */
export type Persona = {
  __typename?: 'Persona';
  /** Two or three other greetings, in the order in which `chooseGreeting` numbers them from 1. Empty until `GENERATING_IMAGE`. */
  alternateGreetings: Array<Scalars['String']['output']>;
  /** The archetype whose trait profile is closest. Null until `GENERATING_IMAGE`. */
  archetype?: Maybe<Archetype>;
  /** How reliable the measurement is. Null until `GENERATING_IMAGE`. */
  confidence?: Maybe<Confidence>;
  /** The conversation with the persona, without its messages. Cannot be requested inside a list. */
  conversation: Conversation;
  /** The conversation as a file to download. Cannot be requested inside a list. */
  conversationExport: ConversationExport;
  /** Whether the demo model wrote the text. If so, label it wherever it is displayed. */
  demo: Scalars['Boolean']['output'];
  /** Why the persona failed. Null unless the status is `FAILED`. */
  failure?: Maybe<PersonaFailure>;
  /** The persona's own greeting. Null until `GENERATING_IMAGE`. */
  greeting?: Maybe<Scalars['String']['output']>;
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** The illustration. Null until `READY`. */
  illustration?: Maybe<Illustration>;
  /** What `importCharacterCard` has kept for the next character card. Nothing else uses it. At most 100 fields. */
  keptFields: Array<KeptField>;
  /** Language of the text. */
  locale: Locale;
  /** Messages of the conversation that are shown, oldest first. Cannot be requested inside a list. */
  messages: MessageConnection;
  /** Name of the person, as friends see it. */
  name: Scalars['String']['output'];
  /** Whether the owner chose the version that is shown. If so, newer versions do not replace it. */
  pinned: Scalars['Boolean']['output'];
  /** Whether this is a practice persona, made only from the owner's answers about themselves. If so, label it wherever it is displayed. A practice persona is never public. */
  practice: Scalars['Boolean']['output'];
  /** Link to the public page. Null unless the owner has published the persona. */
  publicUrl?: Maybe<Scalars['String']['output']>;
  /** How far the whole profile is from the norm. Computed from the answers, never random. Null until `GENERATING_IMAGE`, and for versions made before measurements were stored. */
  rarity?: Maybe<RarityTier>;
  /** Increases with every change. Discard an event whose revision is lower than the one you already have. */
  revision: Scalars['Int']['output'];
  /** The archetype whose trait profile is second closest. Null until `GENERATING_IMAGE`. */
  runnerUp?: Maybe<Archetype>;
  /** Whether search engines may list the public page. False unless the persona is published. */
  searchable: Scalars['Boolean']['output'];
  /** Sentences of the summary in order, each with the evidence it cites. Empty until `GENERATING_IMAGE`. */
  sentences: Array<PersonaSentence>;
  /** Unguessable identifier that never changes. Not the slug of the survey. */
  slug: Scalars['String']['output'];
  /** Status of the persona. Once it is `READY`, it stays `READY` while later versions are made, and each version has its own status. It returns to `PENDING` if withdrawals leave fewer responses than the threshold. */
  status: PersonaStatus;
  /** Description of the person. Null until `GENERATING_IMAGE`, and if every sentence cites a quote that the owner has hidden. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The survey that the persona is made from. Null for a practice persona. */
  survey?: Maybe<Survey>;
  /** Whether the text was generated from the scores by a template because the text of the model failed the checks. If so, label it wherever it is displayed. */
  template: Scalars['Boolean']['output'];
  /** A short headline. Null until `GENERATING_IMAGE`. */
  title?: Maybe<Scalars['String']['output']>;
  /** The five measured traits, in the order E, A, C, N, I. Empty until `GENERATING_IMAGE`. */
  traits: Array<Trait>;
  /** A version by number, or the version that is shown if no number is given. Null if there is none. Cannot be requested inside a list. */
  version?: Maybe<PersonaVersion>;
  /** All versions, newest first. Cannot be requested inside a list. */
  versions: PersonaVersionConnection;
  /** How the persona speaks. Null until `GENERATING_IMAGE`. */
  voice?: Maybe<Voice>;
  /** What the current step waits for, if it waits to try again. Null while a step runs, and once the persona is `READY`: a later version has its own `waiting`. */
  waiting?: Maybe<StepWaiting>;
};


/** How a person is seen: traits measured from answers, described in text and an illustration. */
export type PersonaConversationExportArgs = {
  format?: ExportFormat;
};


/** How a person is seen: traits measured from answers, described in text and an illustration. */
export type PersonaIllustrationArgs = {
  size?: ImageSize;
};


/** How a person is seen: traits measured from answers, described in text and an illustration. */
export type PersonaMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** How a person is seen: traits measured from answers, described in text and an illustration. */
export type PersonaVersionArgs = {
  number?: InputMaybe<Scalars['Int']['input']>;
};


/** How a person is seen: traits measured from answers, described in text and an illustration. */
export type PersonaVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Why a persona or a version is `FAILED`. */
export type PersonaFailure = {
  __typename?: 'PersonaFailure';
  /** Explanation to display to the owner. */
  reason: Scalars['String']['output'];
  /** Whether `retryPersona` can succeed. */
  retryable: Scalars['Boolean']['output'];
  /** The step that failed. */
  step: PersonaStep;
};

/** A sentence of the summary, with the evidence it cites. */
export type PersonaSentence = {
  __typename?: 'PersonaSentence';
  /** IDs of the evidence that the sentence cites: `EV-E` to `EV-I` for traits, `EV-W-…` for words, `EV-Q…` for quotes. `PersonaVersion.evidence` has them in words. */
  evidence: Array<Scalars['ID']['output']>;
  /** The sentence. */
  text: Scalars['String']['output'];
};

/** Status of a persona. `READY` and `FAILED` change only when a person acts. */
export type PersonaStatus =
  /** A step failed permanently. See `failure` for the step and the reason. */
  | 'FAILED'
  /** The text is written and can be read. The illustration is being generated. */
  | 'GENERATING_IMAGE'
  /** Fewer friends have responded than the threshold requires. */
  | 'PENDING'
  /** The text and the illustration are available. */
  | 'READY'
  /** The answers are being measured and the text is being written. */
  | 'SYNTHESIZING';

/** A step in making a persona. */
export type PersonaStep =
  /** Generating the illustration. */
  | 'GENERATING_IMAGE'
  /** Measuring the answers and writing the text. */
  | 'SYNTHESIZING';

/** A version of a persona, made from one release of answers. Later answers create a new version and leave this one unchanged. Until a version is begun, a newer release may overtake it: then it is made from that one, and its number rises. */
export type PersonaVersion = {
  __typename?: 'PersonaVersion';
  /** The archetype whose trait profile is closest. Null until `GENERATING_IMAGE`. */
  archetype?: Maybe<Archetype>;
  /** Changes since an earlier version. Null until `GENERATING_IMAGE`, if no earlier version has a text, and if either version has no stored measurement. Cannot be requested inside a list. */
  changesSince?: Maybe<VersionChanges>;
  /** How reliable the measurement is. Null until `GENERATING_IMAGE`. */
  confidence?: Maybe<Confidence>;
  /** Whether the demo model wrote the text. If so, label it wherever it is displayed. */
  demo: Scalars['Boolean']['output'];
  /** Everything that sentences can cite, in words: traits, then words, then quotes. Empty until `GENERATING_IMAGE`. */
  evidence: Array<EvidenceInWords>;
  /** Why the version failed. Null unless the status is `FAILED`. */
  failure?: Maybe<PersonaFailure>;
  /** Number of friends whose answers are included. 0 until `GENERATING_IMAGE`, and in practice mode. */
  friends: Scalars['Int']['output'];
  /** SHA-256 of the displayed figures, in hexadecimal. The same answers and norm always give the same hash. Null until `GENERATING_IMAGE`. */
  hash?: Maybe<Scalars['String']['output']>;
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** The illustration. Null until `READY`. */
  illustration?: Maybe<Illustration>;
  /** Detailed results of the measurement. Null until `GENERATING_IMAGE`, and for versions made before measurements were stored. */
  insight?: Maybe<Insight>;
  /** Whether this version is shown: as the persona, in the conversation and to other people. */
  isShown: Scalars['Boolean']['output'];
  /** Day of the last answer included, as `YYYY-MM-DD` in UTC. */
  madeOn: Scalars['String']['output'];
  /** Number of its release of answers, starting at 1. Releases that were overtaken have no version, so numbers may be missing. */
  number: Scalars['Int']['output'];
  /** How the version was made. Null until `GENERATING_IMAGE`. */
  provenance?: Maybe<Provenance>;
  /** How far the whole profile is from the norm. Computed from the answers, never random. Null until `GENERATING_IMAGE`, and for versions made before measurements were stored. */
  rarity?: Maybe<RarityTier>;
  /** The archetype whose trait profile is second closest. Null until `GENERATING_IMAGE`. */
  runnerUp?: Maybe<Archetype>;
  /** Sentences of the summary in order, each with the evidence it cites. Empty until `GENERATING_IMAGE`. */
  sentences: Array<PersonaSentence>;
  /** Status of the version. */
  status: VersionStatus;
  /** Description of the person. Null until `GENERATING_IMAGE`, and if every sentence cites a quote that the owner has hidden. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Whether the text was generated from the scores by a template because the text of the model failed the checks. If so, label it wherever it is displayed. */
  template: Scalars['Boolean']['output'];
  /** A short headline. Null until `GENERATING_IMAGE`. */
  title?: Maybe<Scalars['String']['output']>;
  /** The five measured traits, in the order E, A, C, N, I. Empty until `GENERATING_IMAGE`. */
  traits: Array<Trait>;
  /** What the current step waits for, if it waits to try again. Null while a step runs or if none does. */
  waiting?: Maybe<StepWaiting>;
};


/** A version of a persona, made from one release of answers. Later answers create a new version and leave this one unchanged. Until a version is begun, a newer release may overtake it: then it is made from that one, and its number rises. */
export type PersonaVersionChangesSinceArgs = {
  number?: InputMaybe<Scalars['Int']['input']>;
};


/** A version of a persona, made from one release of answers. Later answers create a new version and leave this one unchanged. Until a version is begun, a newer release may overtake it: then it is made from that one, and its number rises. */
export type PersonaVersionIllustrationArgs = {
  size?: ImageSize;
};

/** A page of versions, newest first. */
export type PersonaVersionConnection = {
  __typename?: 'PersonaVersionConnection';
  /** Versions on this page, newest first. */
  edges: Array<PersonaVersionEdge>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
};

/** A version in a list. */
export type PersonaVersionEdge = {
  __typename?: 'PersonaVersionEdge';
  /** Opaque cursor of this item, for use as `after`. */
  cursor: Scalars['String']['output'];
  /** The version. */
  node: PersonaVersion;
};

/** Input for `pinFact`. */
export type PinFactInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
  /** Text of the fact, at most 280 characters. */
  text: Scalars['String']['input'];
};

/** Result of `pinFact`. */
export type PinFactPayload = {
  __typename?: 'PinFactPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** How a version was made: everything needed to explain and reproduce it. */
export type Provenance = {
  __typename?: 'Provenance';
  /** Name of the model that wrote the text. */
  model: Scalars['String']['output'];
  /** Version of the norm that the scores are compared with. */
  norms: Scalars['String']['output'];
  /** Versions of the prompts. */
  prompts: Array<Scalars['String']['output']>;
  /** Version of the questionnaire. */
  questionnaire: Scalars['String']['output'];
  /** Version of the scoring. */
  scoring: Scalars['String']['output'];
  /** How the text was produced. Null until the text is written. */
  writing?: Maybe<Writing>;
};

/** A published persona, as anyone with its link sees it. Nothing in it allows conclusions about a single friend. */
export type PublicPersona = {
  __typename?: 'PublicPersona';
  /** The archetype whose trait profile is closest. */
  archetype: Archetype;
  /** Whether the demo model wrote the text. If so, label it wherever it is displayed. */
  demo: Scalars['Boolean']['output'];
  /** Number of friends whose answers the persona is made from. */
  friends: Scalars['Int']['output'];
  /** The illustration. */
  illustration?: Maybe<Illustration>;
  /** Language of the text. */
  locale: Locale;
  /** Name of the person, as friends see it. */
  name: Scalars['String']['output'];
  /** How far the whole profile is from the norm. Null for versions made before it was measured. */
  rarity?: Maybe<RarityTier>;
  /** Whether the owner allows search engines to list the page. */
  searchable: Scalars['Boolean']['output'];
  /** Sentences of the summary in order. Empty if none of them may be public. */
  sentences: Array<PublicSentence>;
  /** Last part of the public link. */
  slug: Scalars['String']['output'];
  /** Whether a template generated the text from the scores. If so, label it wherever it is displayed. */
  template: Scalars['Boolean']['output'];
  /** A short headline. */
  title: Scalars['String']['output'];
  /** The five traits, in the order E, A, C, N, I. */
  traits: Array<PublicTrait>;
};


/** A published persona, as anyone with its link sees it. Nothing in it allows conclusions about a single friend. */
export type PublicPersonaIllustrationArgs = {
  size?: ImageSize;
};

/** A sentence of the summary of a published persona. */
export type PublicSentence = {
  __typename?: 'PublicSentence';
  /** What the sentence rests on, in general words: the questions asked, and from how many friends on answers are used. No figures and no quotes of friends. */
  evidence: Array<Scalars['String']['output']>;
  /** The sentence. It neither quotes nor counts friends. */
  text: Scalars['String']['output'];
};

/** A survey as friends see it. It is the same for every caller and can be cached. */
export type PublicSurvey = {
  __typename?: 'PublicSurvey';
  /** Language of the questions. */
  locale: Locale;
  /** Name of the person the questions are about. */
  ownerName: Scalars['String']['output'];
  /** Questions, in the order to ask them. A response may answer at most one `TEXT` question, so ask one of them, chosen at random. Some surveys have no `TEXT` questions. */
  questions: Array<Question>;
  /** Last part of the survey link. */
  slug: Scalars['String']['output'];
  /** Whether the survey accepts responses. */
  status: SurveyStatus;
};

/** A measured trait of a published persona. */
export type PublicTrait = {
  __typename?: 'PublicTrait';
  /** The trait. */
  id: TraitId;
  /** The score as a level. Null without a score. */
  level?: Maybe<Level>;
  /** Percentile, 0 to 100. Null if fewer than three friends could judge the trait. */
  score?: Maybe<Scalars['Int']['output']>;
};

/** Input for `publishPersona`. */
export type PublishPersonaInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
  /** Whether search engines may list the public page. Defaults to false. */
  searchable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of `publishPersona`. */
export type PublishPersonaPayload = {
  __typename?: 'PublishPersonaPayload';
  /** The updated persona. */
  persona: Persona;
};

export type Query = {
  __typename?: 'Query';
  /** A comparison with one of the viewer's personas, by ID. Fails with `NOT_FOUND` for any other. */
  comparison: Comparison;
  /** An open invitation by its code, which is the last part of its link. Requires no sign-in. Fails with `NOT_FOUND` if it was accepted or taken back. */
  comparisonInvitation: ComparisonInvitation;
  /** Settings for signing in with Google. The same for every caller. */
  googleSignIn: GoogleSignIn;
  /** A message in one of the viewer's conversations, by ID. Fails with `NOT_FOUND` for any other. */
  message: Message;
  /** One of the viewer's personas, by ID. Fails with `NOT_FOUND` for any other. */
  persona: Persona;
  /** A published persona by the last part of its link. Requires no sign-in. The same for every caller. Fails with `NOT_FOUND` unless it is published. */
  publicPersona: PublicPersona;
  /** A response by its receipt. Requires no sign-in. Fails with `NOT_FOUND` if there is none. */
  responseByReceipt: Response;
  /** Questions for `answerAboutMyself`, in the first person and in the order to ask them: `MI01` to `MI20`, then `WORDS`. The same for every caller. */
  selfQuestions: Array<Question>;
  /** A survey by the last part of its link. Requires no sign-in. The same for every caller. Fails with `NOT_FOUND` if there is none. */
  survey: PublicSurvey;
  /** The signed-in user. */
  viewer: User;
};


export type QueryComparisonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryComparisonInvitationArgs = {
  code: Scalars['String']['input'];
};


export type QueryMessageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonaArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPublicPersonaArgs = {
  slug: Scalars['String']['input'];
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

/** A question. It is in the third person in a survey, and in the first person in `selfQuestions`. */
export type Question = {
  __typename?: 'Question';
  /** Identifier of the question, the same in every survey of a questionnaire version: `MI01` to `MI20`, `WORDS`, `OT1` to `OT3`. */
  id: Scalars['ID']['output'];
  /** How the question is answered. */
  kind: QuestionKind;
  /** Options to choose from: the five points of a `SCALE` question in ascending order, or the words of a `WORDS` question. Empty for a `TEXT` question. */
  options: Array<QuestionOption>;
  /** Whether a response must answer this question. */
  required: Scalars['Boolean']['output'];
  /** Text of the question. In a survey it is in the language of the survey and names the owner. In `selfQuestions` it is in the requested language. */
  text: Scalars['String']['output'];
};

/** How a question is answered. */
export type QuestionKind =
  /** With a point from 1 (very inaccurate) to 5 (very accurate), or with `cannotTell`. */
  | 'SCALE'
  /** With an optional line of text. */
  | 'TEXT'
  /** With words chosen from the options. */
  | 'WORDS';

/** An option of a question. */
export type QuestionOption = {
  __typename?: 'QuestionOption';
  /** Identifier of the option, the same in every survey of a questionnaire version. */
  id: Scalars['ID']['output'];
  /** Text of the option, in the language of the question. */
  label: Scalars['String']['output'];
};

/** How often friends left the survey at a question without sending their answers. */
export type QuestionStop = {
  __typename?: 'QuestionStop';
  /** Position of the question in the survey, from 1. */
  question: Scalars['Int']['output'];
  /** Number of visits that ended there, of all counted days. Someone who came back later is included. */
  times: Scalars['Int']['output'];
};

/** A paraphrase that blends what at least three friends wrote. None of them wrote it in these words. */
export type Quote = {
  __typename?: 'Quote';
  /** Evidence ID, `EV-Q1` and up, which sentences cite. */
  id: Scalars['ID']['output'];
  /** Text of the quote. */
  text: Scalars['String']['output'];
};

/** Why a quote is reported. A report does not reveal who wrote the texts. */
export type QuoteReport =
  /** The quote reveals who wrote it or identifies someone. */
  | 'IDENTIFYING'
  /** Any other reason. */
  | 'OTHER'
  /** The quote is hurtful. */
  | 'UNKIND'
  /** The quote is not true. */
  | 'UNTRUE';

/** How rare a profile is, by its distance from the norm. */
export type RarityTier =
  /** About 75 of 100 people. */
  | 'COMMON'
  /** About 6 of 100 people. */
  | 'EPIC'
  /** About 1 of 100 people. */
  | 'LEGENDARY'
  /** About 18 of 100 people. */
  | 'RARE';

/** Input for `refreshSession`. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. */
  refreshToken: Scalars['String']['input'];
};

/** Result of `refreshSession`. */
export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  /** Access token. Send it in the header `Authorization: Bearer …`. */
  accessToken: Scalars['String']['output'];
  /** Time at which the access token expires, at most 15 minutes from now. */
  expiresAt: Scalars['DateTimeISO']['output'];
  /** Refresh token for one call of `refreshSession`. It replaces the token that was sent. */
  refreshToken: Scalars['String']['output'];
};

/** Input for `regenerateReply`. */
export type RegenerateReplyInput = {
  /** Idempotency key generated by the client, at most 128 characters. Repeating the request with the same key returns the original result. The same key with different content fails with `IDEMPOTENCY_CONFLICT`. */
  clientKey: Scalars['ID']['input'];
  /** ID of a reply that has ended, including one that failed. */
  messageId: Scalars['ID']['input'];
};

/** Result of `regenerateReply`. */
export type RegenerateReplyPayload = {
  __typename?: 'RegenerateReplyPayload';
  /** The new reply. Follow it with `replyStreamed`. */
  reply: Message;
};

/** How a respondent knows the owner. */
export type Relation =
  /** From school or university. */
  | 'CLASSMATE'
  /** From work. */
  | 'COLLEAGUE'
  /** As a family member. */
  | 'FAMILY'
  /** As a friend. */
  | 'FRIEND'
  /** In any other way. */
  | 'OTHER'
  /** As a partner. */
  | 'PARTNER';

/** Input for `removeKeptFields`. */
export type RemoveKeptFieldsInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `removeKeptFields`. */
export type RemoveKeptFieldsPayload = {
  __typename?: 'RemoveKeptFieldsPayload';
  /** The updated persona. */
  persona: Persona;
};

/** Input for `renameSurvey`. */
export type RenameSurveyInput = {
  /** Name that friends see, at most 60 characters. */
  displayName: Scalars['String']['input'];
  /** ID of the survey. */
  surveyId: Scalars['ID']['input'];
};

/** Result of `renameSurvey`. */
export type RenameSurveyPayload = {
  __typename?: 'RenameSurveyPayload';
  /** The updated survey. */
  survey: Survey;
};

/** Result of `reopenSurvey`. */
export type ReopenSurveyPayload = {
  __typename?: 'ReopenSurveyPayload';
  /** The updated survey. */
  survey: Survey;
};

/** A piece of a streamed reply. */
export type ReplyEvent = {
  __typename?: 'ReplyEvent';
  /** Position of `text` in the reply, in UTF-16 code units. */
  offset: Scalars['Int']['output'];
  /** Status of the reply. Only the last event has a final status. */
  status: MessageStatus;
  /** The next piece of the reply. Empty if only the status changed. */
  text: Scalars['String']['output'];
};

/** A response, as the holder of its receipt sees it. */
export type Response = {
  __typename?: 'Response';
  /** Answers, in the order of the questionnaire. */
  answers: Array<Answer>;
  /** How well the respondent knows the owner, 1 (a little) to 4 (very well). Null if the respondent did not say. */
  closeness?: Maybe<Scalars['Int']['output']>;
  /** Language of the questions. */
  locale: Locale;
  /** The questions that were answered, in the order of the questionnaire. */
  questions: Array<Question>;
  /** How the respondent knows the owner. */
  relation: Relation;
  /** Day the response was submitted, as `YYYY-MM-DD` in UTC. No finer time is available. */
  submittedOn: Scalars['String']['output'];
};

/** Input for `restartConversation`. */
export type RestartConversationInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `restartConversation`. */
export type RestartConversationPayload = {
  __typename?: 'RestartConversationPayload';
  /** The updated conversation. */
  conversation: Conversation;
};

/** Input for `retryPersona`. */
export type RetryPersonaInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `retryPersona`. */
export type RetryPersonaPayload = {
  __typename?: 'RetryPersonaPayload';
  /** The updated persona. */
  persona: Persona;
};

/** Input for `revokeSession`. */
export type RevokeSessionInput = {
  /** ID of the session. */
  id: Scalars['ID']['input'];
};

/** Result of `revokeSession`. */
export type RevokeSessionPayload = {
  __typename?: 'RevokeSessionPayload';
  /** Always true. Failures are returned as errors. */
  ok: Scalars['Boolean']['output'];
};

/** Result of `rotateSurveyLink`. */
export type RotateSurveyLinkPayload = {
  __typename?: 'RotateSurveyLinkPayload';
  /** The updated survey, with its new link. */
  survey: Survey;
};

/** Input for `sendMessage`. */
export type SendMessageInput = {
  /** Idempotency key generated by the client, at most 128 characters. Repeating the request with the same key returns the original result. The same key with different content fails with `IDEMPOTENCY_CONFLICT`. */
  clientKey: Scalars['ID']['input'];
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
  /** Text of the message, at most 4,000 characters. */
  text: Scalars['String']['input'];
};

/** Result of `sendMessage`. */
export type SendMessagePayload = {
  __typename?: 'SendMessagePayload';
  /** The new message. */
  message: Message;
  /** The new reply. Follow it with `replyStreamed`. */
  reply: Message;
};

/** One sign-in on one device. */
export type Session = {
  __typename?: 'Session';
  /** Whether it is the session of this request. */
  current: Scalars['Boolean']['output'];
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** Day it was last used, as `YYYY-MM-DD` in UTC. */
  lastUsedOn: Scalars['String']['output'];
  /** What the device called itself at the sign-in (the header `User-Agent`), at most 255 characters. Null if it did not. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** Input for `showVersion`. */
export type ShowVersionInput = {
  /** Number of a `READY` version. If omitted, the newest `READY` version is always shown. */
  number?: InputMaybe<Scalars['Int']['input']>;
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `showVersion`. */
export type ShowVersionPayload = {
  __typename?: 'ShowVersionPayload';
  /** The updated persona. */
  persona: Persona;
};

/** Input for `signInWithGoogle`. */
export type SignInWithGoogleInput = {
  /** ID token that Google issued to this app. */
  idToken: Scalars['String']['input'];
  /** Nonce of the sign-in request, at most 512 characters. Required if the request had one. */
  nonce?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `signInWithGoogle`. */
export type SignInWithGooglePayload = {
  __typename?: 'SignInWithGooglePayload';
  /** Access token. Send it in the header `Authorization: Bearer …`. */
  accessToken: Scalars['String']['output'];
  /** Time at which the access token expires, at most 15 minutes from now. */
  expiresAt: Scalars['DateTimeISO']['output'];
  /** Refresh token for one call of `refreshSession`. */
  refreshToken: Scalars['String']['output'];
  /** The signed-in user. */
  user: User;
};

/** Result of `signOut`. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Always true. Failures are returned as errors. */
  ok: Scalars['Boolean']['output'];
};

/** Five figures for a card, 0 to 100, derived from the percentiles of the traits. */
export type Stats = {
  __typename?: 'Stats';
  /** Percentile of extraversion. */
  charisma: Scalars['Int']['output'];
  /** Percentile of conscientiousness. */
  discipline: Scalars['Int']['output'];
  /** Mean of the percentile of extraversion and 100 minus the percentile of neuroticism. */
  energy: Scalars['Int']['output'];
  /** Percentile of intellect and imagination. */
  intellect: Scalars['Int']['output'];
  /** Percentile of agreeableness. */
  kindness: Scalars['Int']['output'];
};

/** A step whose last try failed for a reason that passes. It tries again by itself. */
export type StepWaiting = {
  __typename?: 'StepWaiting';
  /** Number of the next try, 2 or higher. */
  attempt: Scalars['Int']['output'];
  /** When the next try is due. If this time has passed, the next try begins as soon as a worker is free. */
  nextTryAt: Scalars['DateTimeISO']['output'];
  /** Why the last try failed. Explanation to display to the owner. */
  reason: Scalars['String']['output'];
};

/** Input for `stopReply`. */
export type StopReplyInput = {
  /** ID of the reply. */
  messageId: Scalars['ID']['input'];
};

/** Result of `stopReply`. */
export type StopReplyPayload = {
  __typename?: 'StopReplyPayload';
  /** The updated message. */
  message: Message;
};

/** Input for `submitResponse`. */
export type SubmitResponseInput = {
  /** At most 50 answers, including at least ten to `SCALE` questions (not counting `cannotTell`) and at most one to a `TEXT` question. */
  answers: Array<AnswerInput>;
  /** Idempotency key generated by the client, at most 128 characters. Repeating the request with the same key returns the original result. The same key with different content fails with `IDEMPOTENCY_CONFLICT`. */
  clientKey: Scalars['ID']['input'];
  /** How well the respondent knows the owner, 1 (a little) to 4 (very well). */
  closeness?: InputMaybe<Scalars['Int']['input']>;
  /** Time spent answering, in milliseconds. Not negative. */
  elapsedMs?: InputMaybe<Scalars['Int']['input']>;
  /** Random token that the client keeps on its device, at most 512 characters. Only an HMAC of it is stored. A second response with the same token and another `clientKey` fails with `DUPLICATE_RESPONSE`. If omitted, the device is not checked. */
  fingerprint?: InputMaybe<Scalars['String']['input']>;
  /** How the respondent knows the owner. Defaults to `OTHER`. */
  relation?: InputMaybe<Relation>;
  /** Last part of the survey link. */
  slug: Scalars['String']['input'];
};

/** Result of `submitResponse`. */
export type SubmitResponsePayload = {
  __typename?: 'SubmitResponsePayload';
  /** Key with which the respondent can view and withdraw the response. It is returned only here, to the respondent. */
  receipt: Scalars['ID']['output'];
  /** The survey that was answered. */
  survey: PublicSurvey;
};

/** Input for `subscribeToPush`: a `PushSubscription` of the browser. */
export type SubscribeToPushInput = {
  /** Its key `auth`, base64url. */
  auth: Scalars['String']['input'];
  /** Its `endpoint`: an https address of a push service, at most 2,000 characters. */
  endpoint: Scalars['String']['input'];
  /** Language of the browser's notifications. */
  locale: Locale;
  /** Its key `p256dh`, base64url. */
  p256dh: Scalars['String']['input'];
};

/** Result of `subscribeToPush`. */
export type SubscribeToPushPayload = {
  __typename?: 'SubscribeToPushPayload';
  /** The updated settings. */
  settings: NotificationSettings;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Sends the current state of a conversation, then its state after every change made on any device. Use `replyStreamed` for the text of a reply. Completes when the persona is deleted. */
  conversationChanged: Conversation;
  /** Sends the current state of an export, then its state once it is `READY` or `FAILED`. Completes when the export is deleted. */
  dataExportChanged: DataExport;
  /** Sends the state of the viewer's inbox, then its state after every change. Completes when the account is deleted. */
  inboxChanged: Inbox;
  /** Sends the current state of a persona, then its state after every change. Intermediate states may be skipped, but `READY` and `FAILED` are always sent. Completes when the persona is deleted. */
  personaChanged: Persona;
  /** Streams a reply: first the stored text from `after` on, then new text as it is written. Events arrive in order, without gaps or overlaps, however often a client reconnects. Only the last event has a final status. If the worker that writes the reply is lost, another takes over within half a minute, and no events arrive until then. */
  replyStreamed: ReplyEvent;
  /** Sends the current state of a survey, then its state after every change. Completes when the survey is deleted. */
  surveyProgressed: Survey;
};


export type SubscriptionConversationChangedArgs = {
  personaId: Scalars['ID']['input'];
};


export type SubscriptionDataExportChangedArgs = {
  id: Scalars['ID']['input'];
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

/** A survey as its owner sees it. It never includes what friends answered. */
export type Survey = {
  __typename?: 'Survey';
  /** Day the survey was created, as `YYYY-MM-DD` in UTC. */
  createdOn: Scalars['String']['output'];
  /** How the survey and the public page of its persona spread: views, shares and new owners, by day. */
  funnel: Funnel;
  /** Unique, opaque identifier. Friends cannot open the survey with it: they need the slug. */
  id: Scalars['ID']['output'];
  /** Language of the questions and of the persona. */
  locale: Locale;
  /** Number of responses at which the results change next. Responses are released in groups of at least three. */
  nextRelease: Scalars['Int']['output'];
  /** Whether the figures of this survey may be added to the norms once the survey is closed. */
  normConsent: Scalars['Boolean']['output'];
  /** Name that friends see. */
  ownerName: Scalars['String']['output'];
  /** The persona made from the responses. It exists from the start, with the status `PENDING`. */
  persona: Persona;
  /** Number of responses, exact and up to date. */
  responseCount: Scalars['Int']['output'];
  /** Increases with every change. Discard an event whose revision is lower than the one you already have. */
  revision: Scalars['Int']['output'];
  /** Unguessable last part of the survey link. `rotateSurveyLink` replaces it. */
  slug: Scalars['String']['output'];
  /** Whether the survey accepts responses. */
  status: SurveyStatus;
  /** Number of responses needed to make a persona. */
  threshold: Scalars['Int']['output'];
  /** The owner's own title. Friends do not see it. Null if the owner set none. */
  title?: Maybe<Scalars['String']['output']>;
  /** Link to share with friends. */
  url: Scalars['String']['output'];
};

/** A page of surveys, newest first. */
export type SurveyConnection = {
  __typename?: 'SurveyConnection';
  /** Surveys on this page, newest first. */
  edges: Array<SurveyEdge>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
};

/** A survey in a list. */
export type SurveyEdge = {
  __typename?: 'SurveyEdge';
  /** Opaque cursor of this item, for use as `after`. */
  cursor: Scalars['String']['output'];
  /** The survey. */
  node: Survey;
};

/** Input for mutations that only need to identify one of the viewer's surveys. */
export type SurveyInput = {
  /** ID of the survey. */
  surveyId: Scalars['ID']['input'];
};

/** Whether a survey accepts responses. */
export type SurveyStatus =
  /** The owner closed the survey. It can be reopened. */
  | 'CLOSED'
  /** Friends can respond, even after the persona is `READY`. */
  | 'OPEN';

/** A measured trait. It is computed from the answers and not written by a model. */
export type Trait = {
  __typename?: 'Trait';
  /** How far friends agree about the trait. */
  agreement: Agreement;
  /** The trait. */
  id: TraitId;
  /** The score as a level. */
  level: Level;
  /** Number of friends who could judge the trait. 0 if fewer than three could: the trait then counts as not measured and its score is 50. In practice mode, 1 if the owner's answers cover the trait and 0 otherwise. */
  raters: Scalars['Int']['output'];
  /** Percentile, 0 to 100: the chance in percent that friends, taken together, see more of the trait in this person than in a random other person. */
  score: Scalars['Int']['output'];
};

/** A trait that friends see differently than before. */
export type TraitChange = {
  __typename?: 'TraitChange';
  /** Direction of the change. */
  direction: ChangeDirection;
  /** Score in the earlier version, 0 to 100. */
  from: Scalars['Int']['output'];
  /** The trait. */
  id: TraitId;
  /** Score in this version, 0 to 100. */
  to: Scalars['Int']['output'];
};

/** A trait of the Mini-IPIP questionnaire. */
export type TraitId =
  /** Agreeableness. */
  | 'A'
  /** Conscientiousness. */
  | 'C'
  /** Extraversion. */
  | 'E'
  /** Intellect and imagination. */
  | 'I'
  /** Neuroticism: how easily the mood changes. */
  | 'N';

/** A sentence about a trait. */
export type TraitSentence = {
  __typename?: 'TraitSentence';
  /** What the sentence rests on: friends' answers, and for a blind spot the owner's own after them. */
  evidence: Array<EvidenceInWords>;
  /** The sentence, in the language of the persona. */
  text: Scalars['String']['output'];
  /** The trait. */
  trait: TraitId;
};

/** Input for `unpublishPersona`. */
export type UnpublishPersonaInput = {
  /** ID of the persona. */
  personaId: Scalars['ID']['input'];
};

/** Result of `unpublishPersona`. */
export type UnpublishPersonaPayload = {
  __typename?: 'UnpublishPersonaPayload';
  /** The updated persona. */
  persona: Persona;
};

/** A message that was not sent because it could not be moderated. */
export type UnsentMessage = {
  __typename?: 'UnsentMessage';
  /** Idempotency key of the failed request. Send the message again with this key, so that it is stored only once. */
  clientKey: Scalars['ID']['output'];
  /** Text of the message. */
  text: Scalars['String']['output'];
};

/** Input for `unsubscribeFromPush`. */
export type UnsubscribeFromPushInput = {
  /** The `endpoint` of the subscription. */
  endpoint: Scalars['String']['input'];
};

/** Result of `unsubscribeFromPush`. */
export type UnsubscribeFromPushPayload = {
  __typename?: 'UnsubscribeFromPushPayload';
  /** The updated settings. */
  settings: NotificationSettings;
};

/** Input for `updateNotificationSettings`. What is omitted stays as it is. */
export type UpdateNotificationSettingsInput = {
  /** Whether to send notifications by e-mail. Turning it on fails with `FORBIDDEN` without `canEmail`. */
  email?: InputMaybe<Scalars['Boolean']['input']>;
  /** Language of the e-mails. */
  locale?: InputMaybe<Locale>;
};

/** Result of `updateNotificationSettings`. */
export type UpdateNotificationSettingsPayload = {
  __typename?: 'UpdateNotificationSettingsPayload';
  /** The updated settings. */
  settings: NotificationSettings;
};

/** A person who signed in with Google. */
export type User = {
  __typename?: 'User';
  /** The viewer's answers about themselves, in the order of the questionnaire. Null until `answerAboutMyself` is called. */
  aboutMyself?: Maybe<Array<Answer>>;
  /** What the user may do today, given their age. */
  ageStanding: AgeStanding;
  /** Comparisons with any of the viewer's personas, including open invitations, newest first. */
  comparisons: ComparisonConnection;
  /** The user's consent. Null until `giveConsent` is called, and if the user was too young to consent. A later birthday does not turn this into consent. */
  consent?: Maybe<Consent>;
  /** The newest export that the viewer has asked for. Null if there is none, or if it has expired. */
  dataExport?: Maybe<DataExport>;
  /** Name of the user's Google account. */
  displayName: Scalars['String']['output'];
  /** Email address of the user's Google account. Visible to the user only. */
  email: Scalars['String']['output'];
  /** Unique, opaque identifier. */
  id: Scalars['ID']['output'];
  /** The state of the viewer's notifications as a whole. */
  inbox: Inbox;
  /** How the viewer is told of notifications while the app is closed. */
  notificationSettings: NotificationSettings;
  /** The viewer's notifications, newest first. */
  notifications: NotificationConnection;
  /** The practice persona, made from the viewer's answers about themselves. It belongs to no survey and is never public. Null until `answerAboutMyself` is called. */
  practicePersona?: Maybe<Persona>;
  /** Where the viewer is signed in: the current session, then the others, last used first. At most 50. */
  sessions: Array<Session>;
  /** One of the viewer's surveys, by ID. Fails with `NOT_FOUND` for any other. */
  survey: Survey;
  /** The viewer's surveys, newest first. */
  surveys: SurveyConnection;
};


/** A person who signed in with Google. */
export type UserComparisonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A person who signed in with Google. */
export type UserNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A person who signed in with Google. */
export type UserSurveyArgs = {
  id: Scalars['ID']['input'];
};


/** A person who signed in with Google. */
export type UserSurveysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Changes between two versions that go beyond the effect of asking more friends. */
export type VersionChanges = {
  __typename?: 'VersionChanges';
  /** Number of the earlier version. */
  since: Scalars['Int']['output'];
  /** Traits with a statistically significant change, in the order E, A, C, N, I. Usually empty. */
  traits: Array<TraitChange>;
  /** Words whose share changed by the choices of at least three friends, largest change first. */
  words: Array<WordChange>;
};

/** Status of a version. */
export type VersionStatus =
  /** A step failed permanently. See `failure` for the step and the reason. */
  | 'FAILED'
  /** The text is written and the illustration is being generated. */
  | 'GENERATING_IMAGE'
  /** The text and the illustration are available. */
  | 'READY'
  /** The answers are being measured and the text is being written. */
  | 'SYNTHESIZING';

/** How a persona speaks. The voice does not affect the measured traits. */
export type Voice = {
  __typename?: 'Voice';
  /** Archetype whose voice the owner chose. Null if the mode is `FATED`. */
  archetype?: Maybe<Archetype>;
  /** Habits of speech. */
  habits: Array<Scalars['String']['output']>;
  /** How the voice was chosen. */
  mode: VoiceMode;
  /** Tone and manner of speaking. */
  register: Scalars['String']['output'];
  /** A sample line in this voice. */
  sample: Scalars['String']['output'];
};

/** How the voice of a persona was chosen. */
export type VoiceMode =
  /** The owner chose the voice of an archetype. The traits stay the same. */
  | 'ALCHEMIC'
  /** It follows from the measurement. */
  | 'FATED';

/** Input for `withdrawResponse`. */
export type WithdrawResponseInput = {
  /** Receipt that `submitResponse` returned. */
  receipt: Scalars['ID']['input'];
};

/** Result of `withdrawResponse`. */
export type WithdrawResponsePayload = {
  __typename?: 'WithdrawResponsePayload';
  /** Always true. Failures are returned as errors. */
  ok: Scalars['Boolean']['output'];
};

/** A word that a larger or smaller share of friends chose than before. */
export type WordChange = {
  __typename?: 'WordChange';
  /** Direction of the change. */
  direction: ChangeDirection;
  /** Share of friends who chose the word in the earlier version, 0 to 1. A word that only one friend chose counts as 0. */
  from: Scalars['Float']['output'];
  /** ID of the option of the `WORDS` question. */
  id: Scalars['ID']['output'];
  /** Share of friends who chose the word in this version, 0 to 1. A word that only one friend chose counts as 0. */
  to: Scalars['Float']['output'];
  /** The word, in the language of the persona. */
  word: Scalars['String']['output'];
};

/** How the text of a version was produced. */
export type Writing =
  /** The first text of the model passed every check. */
  | 'FIRST'
  /** The model corrected its first text, and the result passed every check. Places that still failed one were replaced from the scores and the archetype. */
  | 'REPAIRED'
  /** Too little of what the model wrote passed every check, so a template generated the text from the scores. */
  | 'TEMPLATE';
