import { signedInHeaders, type PlaygroundTab, formatVariables } from './playgroundTab.js';

/** Tabs for the conversation with the persona, one per step. */
export const playgroundChatTabs: PlaygroundTab[] = [
  {
    query: `# 5. Send a message to your persona. Use a new clientKey
# for each message. (Requires the authorization header.)
mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {
  sendMessage(input: { personaId: $personaId, text: $text, clientKey: $clientKey }) {
    message { id role text } reply { id role status }
  }
}`,
    variables: formatVariables({
      personaId: 'PASTE_THE_PERSONA_ID',
      text: 'What do my friends like about me?',
      clientKey: 'message-1',
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
    variables: formatVariables({ messageId: 'PASTE_THE_ID_OF_THE_REPLY', after: 0 }),
    headers: signedInHeaders,
  },
  {
    query: `# Stop the reply. The text written so far is kept.
# (Requires the authorization header.)
mutation StopReply($messageId: ID!) {
  stopReply(input: { messageId: $messageId }) { message { id status text } }
}`,
    variables: formatVariables({ messageId: 'PASTE_THE_ID_OF_THE_REPLY' }),
    headers: signedInHeaders,
  },
  {
    query: `# 7. See which evidence the reply is based on.
# (Requires the authorization header.)
mutation ExplainReply($messageId: ID!) {
  explainReply(input: { messageId: $messageId }) { message { evidence { id text } } }
}`,
    variables: formatVariables({ messageId: 'PASTE_THE_ID_OF_THE_REPLY' }),
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
    variables: formatVariables({ personaId: 'PASTE_THE_PERSONA_ID' }),
    headers: signedInHeaders,
  },
];
