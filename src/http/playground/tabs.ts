/** Headers of the tabs that require sign-in. Subscriptions send the same header in connection_init. */
const signedInHeaders = '{ "authorization": "Bearer {{accessToken}}" }';

/** Initial content of a playground tab. */
interface PlaygroundTab {
  query: string;
  variables?: string;
  headers?: string;
}

/** Formats variables for the editor. */
const formatVariables = (value: object): string => JSON.stringify(value, null, 2);

/** Tabs for the conversation with the persona, one per step. */
const playgroundChatTabs: PlaygroundTab[] = [
  {
    query: `# 5. Send a message to your persona, once it is READY.
# Each message needs a clientKey of its own, such as
# {{newKey}}. (Requires the authorization header.)
mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {
  sendMessage(input: { personaId: $personaId, text: $text, clientKey: $clientKey }) {
    message { id role text } reply { id role status }
  }
}`,
    variables: formatVariables({
      personaId: '{{personaId}}',
      text: 'What do my friends like about me?',
      clientKey: '{{newKey}}',
    }),
    headers: signedInHeaders,
  },
  {
    query: `# 6. Stream the reply in a second window, at any time.
# To resume, set after to the length of the text you have.
# (Requires the authorization header.)
subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {
  replyStreamed(messageId: $messageId, after: $after) { offset text status }
}`,
    variables: formatVariables({ messageId: '{{replyId}}', after: 0 }),
    headers: signedInHeaders,
  },
  {
    query: `# Stop the reply. The text written so far is kept.
# (Requires the authorization header.)
mutation StopReply($messageId: ID!) {
  stopReply(input: { messageId: $messageId }) { message { id status text } }
}`,
    variables: formatVariables({ messageId: '{{replyId}}' }),
    headers: signedInHeaders,
  },
  {
    query: `# 7. See which evidence the reply is based on.
# (Requires the authorization header.)
mutation ExplainReply($messageId: ID!) {
  explainReply(input: { messageId: $messageId }) { message { evidence { id text } } }
}`,
    variables: formatVariables({ messageId: '{{replyId}}' }),
    headers: signedInHeaders,
  },
  {
    query: `# List the messages of the conversation.
# (Requires the authorization header.)
query Messages($personaId: ID!, $first: Int = 50, $after: String) {
  persona(id: $personaId) {
    messages(first: $first, after: $after) {
      edges { cursor node { id role text status createdAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    variables: formatVariables({ personaId: '{{personaId}}' }),
    headers: signedInHeaders,
  },
];

/** Tabs for the whole journey, one per step, to run from left to right. */
export const playgroundTabs: PlaygroundTab[] = [
  {
    query: `# New to this API? Read docs/api.md of the project.
#
# 1. Sign in: press Run. In the demo, {{idToken}} is a
# token of the built-in issuer; elsewhere, replace it by
# an ID token of Google.
#
# Each {{value}} is filled in when you press Run, from the
# results of the tabs before. You can replace any of them
# by a value of your own. The access token is set in all
# tabs. It is valid for 15 minutes; in the demo, a new one
# replaces it.
mutation SignIn($idToken: String!) {
  signInWithGoogle(input: { idToken: $idToken }) {
    accessToken
    expiresAt
    refreshToken
    user { id displayName email }
  }
}`,
    variables: formatVariables({ idToken: '{{idToken}}' }),
  },
  {
    query: `# Exchange the refresh token for new tokens.
# Each refresh token works once.
mutation Refresh($refreshToken: String!) {
  refreshSession(input: { refreshToken: $refreshToken }) { accessToken refreshToken expiresAt }
}`,
    variables: formatVariables({ refreshToken: '{{refreshToken}}' }),
  },
  {
    query: `# 2. Create a survey. Share its slug with at least three
# friends. (Requires the authorization header.)
mutation CreateSurvey($title: String, $locale: Locale) {
  createSurvey(input: { title: $title, locale: $locale }) {
    survey {
      id slug url status responseCount threshold
      persona { id status }
    }
  }
}`,
    variables: formatVariables({ title: 'How do you see me?', locale: 'EN' }),
    headers: signedInHeaders,
  },
  {
    query: `# View the survey as a friend. Requires no sign-in.
query PublicSurvey($slug: String!) {
  survey(slug: $slug) {
    slug ownerName locale status
    questions { id kind text required options { id label } }
  }
}`,
    variables: formatVariables({ slug: '{{slug}}' }),
  },
  {
    query: `# Watch responses arrive. Run this in a second browser
# window, because switching tabs ends the subscription.
# (Requires the authorization header.)
subscription SurveyProgressed($surveyId: ID!) {
  surveyProgressed(surveyId: $surveyId) { id responseCount threshold status }
}`,
    variables: formatVariables({ surveyId: '{{surveyId}}' }),
    headers: signedInHeaders,
  },
  {
    query: `# Watch the persona being made, in another window.
# (Requires the authorization header.)
subscription PersonaChanged($personaId: ID!) {
  personaChanged(personaId: $personaId) {
    id status revision name title illustration { url } failure { step reason retryable }
  }
}`,
    variables: formatVariables({ personaId: '{{personaId}}' }),
    headers: signedInHeaders,
  },
  {
    query: `# 3. Respond as a friend. Run it three times: each
# {{newKey}} is another friend.
mutation SubmitResponse($input: SubmitResponseInput!) {
  submitResponse(input: $input) { receipt survey { slug } }
}`,
    variables: formatVariables({
      input: {
        slug: '{{slug}}',
        clientKey: '{{newKey}}',
        relation: 'FRIEND',
        closeness: 3,
        answers: [4, 2, 5, 3, 1, 4, 2, 5, 3, 4, 2, 1, 5, 4, 3, 2, 4, 5, 1, 3].map((scale, index) => ({
          questionId: `MI${String(index + 1).padStart(2, '0')}`,
          scale,
        })),
      },
    }),
  },
  {
    query: `# View a response by its receipt.
query Receipt($receipt: ID!) {
  responseByReceipt(receipt: $receipt) { submittedOn answers { questionId scale text } }
}`,
    variables: formatVariables({ receipt: '{{receipt}}' }),
  },
  {
    query: `# Withdraw a response.
mutation Withdraw($receipt: ID!) { withdrawResponse(input: { receipt: $receipt }) { ok } }`,
    variables: formatVariables({ receipt: '{{receipt}}' }),
  },
  {
    query: `# 4. Read the persona. (Requires the authorization header.)
query Persona($id: ID!) {
  persona(id: $id) {
    id slug status name archetype title summary greeting
    traits { id score }
    illustration { url width height alt }
    failure { step reason retryable }
  }
}`,
    variables: formatVariables({ id: '{{personaId}}' }),
    headers: signedInHeaders,
  },
  ...playgroundChatTabs,
  {
    query: `# Retry a failed step. (Requires the authorization header.)
mutation RetryPersona($personaId: ID!) {
  retryPersona(input: { personaId: $personaId }) { persona { id status } }
}`,
    variables: formatVariables({ personaId: '{{personaId}}' }),
    headers: signedInHeaders,
  },
  {
    query: `# List your surveys and personas.
# (Requires the authorization header.)
query Viewer {
  viewer {
    id displayName
    surveys(first: 10) { edges { node { id slug responseCount persona { id status } } } }
  }
}`,
    headers: signedInHeaders,
  },
  {
    query: `# Sign out. The tokens of this session stop working and
# its WebSockets close. (Requires the authorization header.)
mutation SignOut { signOut { ok } }`,
    headers: signedInHeaders,
  },
];
