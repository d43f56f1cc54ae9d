/**
 * How the server's sentences about a failed or waiting step begin, by cause. They are in English and name what an
 * operator has to do; people read the cause in their own language.
 */
const beginnings = {
  busy: ['The model provider is rate limiting', 'The model provider is temporarily unavailable'],
  unreachable: [
    'The model provider could not be reached',
    'The connection to the model provider broke off',
    'The model provider reported an error in the middle',
    'The model ended before its answer',
    'The model stopped sending',
    'The call was stopped before',
    'The moderation service returned no verdict',
  ],
  slow: [
    'The model did not begin to answer in time',
    'The model did not answer in time',
    'The model took too long to answer',
  ],
  setUp: [
    'The account at the model provider has no credit',
    'The prompt is longer than',
    'The model provider did not accept the credentials',
    'The model provider does not offer this service',
    'The model provider does not have the configured model',
    'The model provider rejected the request',
    'The image provider returned an address',
  ],
  declined: [
    'The model refused to answer',
    'The model provider refused this content',
    'The reply was stopped because',
  ],
  unusable: [
    "The model's answer",
    'The answer of the model was empty',
    'The generated image was far too large',
    'The image model did not return an image',
    'The image from the model could not be read',
  ],
  remade: ['The persona is being made again'],
  tooFew: ['Too few answers are left'],
  interrupted: ['Writing this reply was interrupted'],
  dayFull: ['This persona was renewed as often'],
  ours: ['Something went wrong on our side'],
} as const;

export type FailureCause = keyof typeof beginnings;
const causes = Object.keys(beginnings) as FailureCause[];

/**
 * @param reason the server's sentence
 * @returns null for one that this version of the app does not know
 */
export const failureCause = (reason: string): FailureCause | null =>
  causes.find((cause) => beginnings[cause].some((beginning) => reason.startsWith(beginning))) ?? null;
