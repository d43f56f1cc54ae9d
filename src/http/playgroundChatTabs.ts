import { signedIn, type Tab, variables } from './playgroundTab.js';

/** The talk with the mirror, one tab a step. */
export const playgroundChatTabs: Tab[] = [
  {
    query: `# 5. Talk to your mirror. Another message is another clientKey. (Needs the header.)
mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {
  sendMessage(input: { personaId: $personaId, text: $text, clientKey: $clientKey }) {
    message { id role text } reply { id role status }
  }
}`,
    variables: variables({
      personaId: 'PASTE_THE_PERSONA_ID',
      text: 'What do my friends like about me?',
      clientKey: 'message-1',
    }),
    headers: signedIn,
  },
  {
    query: `# 6. Read the reply as it is written, in a second window,
# now or later: after is where you want to go on.
# (Needs the header.)
subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {
  replyStreamed(messageId: $messageId, after: $after) { offset text status }
}`,
    variables: variables({ messageId: 'PASTE_THE_ID_OF_THE_REPLY', after: 0 }),
    headers: signedIn,
  },
  {
    query: `# Stop it; what was written stays. (Needs the header.)
mutation StopReply($messageId: ID!) {
  stopReply(input: { messageId: $messageId }) { message { id status text } }
}`,
    variables: variables({ messageId: 'PASTE_THE_ID_OF_THE_REPLY' }),
    headers: signedIn,
  },
  {
    query: `# 7. Why does it say that? (Needs the header.)
mutation ExplainReply($messageId: ID!) {
  explainReply(input: { messageId: $messageId }) { message { evidence { id text } } }
}`,
    variables: variables({ messageId: 'PASTE_THE_ID_OF_THE_REPLY' }),
    headers: signedIn,
  },
  {
    query: `# The talk so far. (Needs the header.)
query Messages($personaId: ID!, $first: Int = 50, $after: String) {
  persona(id: $personaId) {
    messages(first: $first, after: $after) {
      edges { cursor node { id role text status createdAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    variables: variables({ personaId: 'PASTE_THE_PERSONA_ID' }),
    headers: signedIn,
  },
];
