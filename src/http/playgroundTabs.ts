import { playgroundChatTabs } from './playgroundChatTabs.js';
import { signedIn, type Tab, variables } from './playgroundTab.js';

/** The journey, one tab a step, ready to run from left to right. */
export const playgroundTabs: Tab[] = [
  {
    query: `# 1. Sign in. In the demo, get an id token first, by
#
# curl http://localhost:4000/demo/google/id-token \\
#  -H 'content-type: application/json' \\
#  -d '{"email":"minji@example.com","name":"Minji"}'
#
# (without the #) and paste it into the variables below.
# Then paste the accessToken of the answer into the
# headers of the tabs that say so. It lives 15 minutes.
mutation SignIn($idToken: String!) {
  signInWithGoogle(input: { idToken: $idToken }) {
    accessToken
    expiresAt
    refreshToken
    user { id displayName email }
  }
}`,
    variables: variables({ idToken: 'PASTE_THE_ID_TOKEN' }),
  },
  {
    query: `# Trades the refresh token for a fresh pair. Each works once.
mutation Refresh($refreshToken: String!) {
  refreshSession(input: { refreshToken: $refreshToken }) { accessToken refreshToken expiresAt }
}`,
    variables: variables({ refreshToken: 'PASTE_THE_REFRESH_TOKEN' }),
  },
  {
    query: `# 2. Make a survey. Share its slug with at least three friends. (Needs the header.)
mutation CreateSurvey($title: String, $locale: Locale) {
  createSurvey(input: { title: $title, locale: $locale }) {
    survey {
      id slug url status responseCount threshold
      persona { id status }
    }
  }
}`,
    variables: variables({ title: 'How do you see me?', locale: 'EN' }),
    headers: signedIn,
  },
  {
    query: `# What a friend sees: no sign-in.
query PublicSurvey($slug: String!) {
  survey(slug: $slug) {
    slug ownerName locale status
    questions { id kind text required options { id label } }
  }
}`,
    variables: variables({ slug: 'PASTE_THE_SLUG' }),
  },
  {
    query: `# Watch the answers arrive. Run this in a second browser
# window: a change of tabs ends it. (Needs the header.)
subscription SurveyProgressed($surveyId: ID!) {
  surveyProgressed(surveyId: $surveyId) { id responseCount threshold status }
}`,
    variables: variables({ surveyId: 'PASTE_THE_SURVEY_ID' }),
    headers: signedIn,
  },
  {
    query: `# Watch the persona come to life: another window again.
# (Needs the header.)
subscription PersonaChanged($personaId: ID!) {
  personaChanged(personaId: $personaId) {
    id status revision name title illustration { url } failure { step reason retryable }
  }
}`,
    variables: variables({ personaId: 'PASTE_THE_PERSONA_ID' }),
    headers: signedIn,
  },
  {
    query: `# 3. Answer as a friend. Three friends are three clientKeys: change it, and some answers, each time.
mutation SubmitResponse($input: SubmitResponseInput!) {
  submitResponse(input: $input) { receipt survey { slug } }
}`,
    variables: variables({
      input: {
        slug: 'PASTE_THE_SLUG',
        clientKey: 'friend-1',
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
    query: `# What a friend sent, by the receipt.
query Receipt($receipt: ID!) {
  responseByReceipt(receipt: $receipt) { submittedOn answers { questionId scale text } }
}`,
    variables: variables({ receipt: 'PASTE_THE_RECEIPT' }),
  },
  {
    query: `# Takes an answer back.
mutation Withdraw($receipt: ID!) { withdrawResponse(input: { receipt: $receipt }) { ok } }`,
    variables: variables({ receipt: 'PASTE_THE_RECEIPT' }),
  },
  {
    query: `# 4. Read it. (Needs the header.)
query Persona($id: ID!) {
  persona(id: $id) {
    id slug status name archetype title summary greeting
    traits { id score }
    illustration { url width height alt }
    failure { step reason retryable }
  }
}`,
    variables: variables({ id: 'PASTE_THE_PERSONA_ID' }),
    headers: signedIn,
  },
  ...playgroundChatTabs,
  {
    query: `# Tries a failed step again. (Needs the header.)
mutation RetryPersona($personaId: ID!) {
  retryPersona(input: { personaId: $personaId }) { persona { id status } }
}`,
    variables: variables({ personaId: 'PASTE_THE_PERSONA_ID' }),
    headers: signedIn,
  },
  {
    query: `# Everything of yours. (Needs the header.)
query Viewer {
  viewer {
    id displayName
    surveys(first: 10) { edges { node { id slug responseCount persona { id status } } } }
  }
}`,
    headers: signedIn,
  },
  {
    query: `# Leave. Tokens of this session stop working and its sockets close. (Needs the header.)
mutation SignOut { signOut { ok } }`,
    headers: signedIn,
  },
];
