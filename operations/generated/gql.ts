/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation ChooseAlternative($messageId: ID!) {\n  chooseAlternative(input: {messageId: $messageId}) {\n    message {\n      id\n      text\n      alternatives\n    }\n  }\n}": typeof types.ChooseAlternativeDocument,
    "mutation ChooseGreeting($personaId: ID!, $greeting: Int!) {\n  chooseGreeting(input: {personaId: $personaId, greeting: $greeting}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": typeof types.ChooseGreetingDocument,
    "mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": typeof types.CloseSurveyDocument,
    "query Conversation($personaId: ID!) {\n  persona(id: $personaId) {\n    id\n    alternateGreetings\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      writing {\n        id\n        status\n        text\n      }\n      unsent {\n        text\n        clientKey\n      }\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": typeof types.ConversationDocument,
    "subscription ConversationChanged($personaId: ID!) {\n  conversationChanged(personaId: $personaId) {\n    id\n    revision\n    greeting\n    chosenGreeting\n    writing {\n      id\n      status\n    }\n    memory {\n      summary\n      facts {\n        id\n        text\n        source\n      }\n    }\n  }\n}": typeof types.ConversationChangedDocument,
    "query ConversationExport($personaId: ID!, $format: ExportFormat!) {\n  persona(id: $personaId) {\n    id\n    conversationExport(format: $format) {\n      filename\n      mediaType\n      content\n    }\n  }\n}": typeof types.ConversationExportDocument,
    "mutation CorrectFact($factId: ID!, $text: String!) {\n  correctFact(input: {factId: $factId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": typeof types.CorrectFactDocument,
    "mutation CorrectSummary($personaId: ID!, $summary: String) {\n  correctSummary(input: {personaId: $personaId, summary: $summary}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": typeof types.CorrectSummaryDocument,
    "mutation CreateSurvey($title: String, $locale: Locale, $displayName: String) {\n  createSurvey(input: {title: $title, locale: $locale, displayName: $displayName}) {\n    survey {\n      id\n      slug\n      url\n      status\n      responseCount\n      threshold\n      persona {\n        id\n        status\n      }\n    }\n  }\n}": typeof types.CreateSurveyDocument,
    "mutation DeleteSurvey($surveyId: ID!) {\n  deleteSurvey(input: {surveyId: $surveyId}) {\n    surveyId\n  }\n}": typeof types.DeleteSurveyDocument,
    "mutation EditMessage($messageId: ID!, $text: String!, $clientKey: ID!) {\n  editMessage(input: {messageId: $messageId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n      parentId\n      alternatives\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}": typeof types.EditMessageDocument,
    "mutation ExplainReply($messageId: ID!) {\n  explainReply(input: {messageId: $messageId}) {\n    message {\n      id\n      evidence {\n        id\n        text\n      }\n    }\n  }\n}": typeof types.ExplainReplyDocument,
    "mutation ForgetFact($factId: ID!) {\n  forgetFact(input: {factId: $factId}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": typeof types.ForgetFactDocument,
    "query Message($id: ID!) {\n  message(id: $id) {\n    id\n    role\n    kind\n    text\n    status\n    parentId\n    alternatives\n    failure {\n      reason\n      retryable\n    }\n    evidence {\n      id\n      text\n    }\n  }\n}": typeof types.MessageDocument,
    "query Messages($personaId: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n  persona(id: $personaId) {\n    messages(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          role\n          kind\n          text\n          status\n          createdAt\n          parentId\n          alternatives\n          failure {\n            reason\n            retryable\n          }\n          helpLines {\n            name\n            contact\n            hours\n            url\n          }\n          demo\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}": typeof types.MessagesDocument,
    "query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}": typeof types.PersonaDocument,
    "subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}": typeof types.PersonaChangedDocument,
    "mutation PinFact($personaId: ID!, $text: String!) {\n  pinFact(input: {personaId: $personaId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": typeof types.PinFactDocument,
    "query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}": typeof types.PublicSurveyDocument,
    "query Receipt($receipt: ID!) {\n  responseByReceipt(receipt: $receipt) {\n    submittedOn\n    answers {\n      questionId\n      scale\n      text\n      optionIds\n      cannotTell\n    }\n  }\n}": typeof types.ReceiptDocument,
    "mutation Refresh($refreshToken: String!) {\n  refreshSession(input: {refreshToken: $refreshToken}) {\n    accessToken\n    refreshToken\n    expiresAt\n  }\n}": typeof types.RefreshDocument,
    "mutation RegenerateReply($messageId: ID!, $clientKey: ID!) {\n  regenerateReply(input: {messageId: $messageId, clientKey: $clientKey}) {\n    reply {\n      id\n      role\n      status\n      parentId\n      alternatives\n    }\n  }\n}": typeof types.RegenerateReplyDocument,
    "mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": typeof types.ReopenSurveyDocument,
    "subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {\n  replyStreamed(messageId: $messageId, after: $after) {\n    offset\n    text\n    status\n  }\n}": typeof types.ReplyStreamedDocument,
    "mutation RetryPersona($personaId: ID!) {\n  retryPersona(input: {personaId: $personaId}) {\n    persona {\n      id\n      status\n    }\n  }\n}": typeof types.RetryPersonaDocument,
    "mutation RotateSurveyLink($surveyId: ID!) {\n  rotateSurveyLink(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      slug\n      url\n    }\n  }\n}": typeof types.RotateSurveyLinkDocument,
    "mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {\n  sendMessage(input: {personaId: $personaId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}": typeof types.SendMessageDocument,
    "mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}": typeof types.SignInDocument,
    "mutation SignOut {\n  signOut {\n    ok\n  }\n}": typeof types.SignOutDocument,
    "mutation StopReply($messageId: ID!) {\n  stopReply(input: {messageId: $messageId}) {\n    message {\n      id\n      status\n      text\n    }\n  }\n}": typeof types.StopReplyDocument,
    "mutation SubmitResponse($input: SubmitResponseInput!) {\n  submitResponse(input: $input) {\n    receipt\n    survey {\n      slug\n    }\n  }\n}": typeof types.SubmitResponseDocument,
    "subscription SurveyProgressed($surveyId: ID!) {\n  surveyProgressed(surveyId: $surveyId) {\n    id\n    responseCount\n    threshold\n    status\n  }\n}": typeof types.SurveyProgressedDocument,
    "query Viewer($first: Int = 10, $after: String) {\n  viewer {\n    id\n    displayName\n    surveys(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          responseCount\n          persona {\n            id\n            status\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.ViewerDocument,
    "mutation Withdraw($receipt: ID!) {\n  withdrawResponse(input: {receipt: $receipt}) {\n    ok\n  }\n}": typeof types.WithdrawDocument,
};
const documents: Documents = {
    "mutation ChooseAlternative($messageId: ID!) {\n  chooseAlternative(input: {messageId: $messageId}) {\n    message {\n      id\n      text\n      alternatives\n    }\n  }\n}": types.ChooseAlternativeDocument,
    "mutation ChooseGreeting($personaId: ID!, $greeting: Int!) {\n  chooseGreeting(input: {personaId: $personaId, greeting: $greeting}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": types.ChooseGreetingDocument,
    "mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": types.CloseSurveyDocument,
    "query Conversation($personaId: ID!) {\n  persona(id: $personaId) {\n    id\n    alternateGreetings\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      writing {\n        id\n        status\n        text\n      }\n      unsent {\n        text\n        clientKey\n      }\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": types.ConversationDocument,
    "subscription ConversationChanged($personaId: ID!) {\n  conversationChanged(personaId: $personaId) {\n    id\n    revision\n    greeting\n    chosenGreeting\n    writing {\n      id\n      status\n    }\n    memory {\n      summary\n      facts {\n        id\n        text\n        source\n      }\n    }\n  }\n}": types.ConversationChangedDocument,
    "query ConversationExport($personaId: ID!, $format: ExportFormat!) {\n  persona(id: $personaId) {\n    id\n    conversationExport(format: $format) {\n      filename\n      mediaType\n      content\n    }\n  }\n}": types.ConversationExportDocument,
    "mutation CorrectFact($factId: ID!, $text: String!) {\n  correctFact(input: {factId: $factId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": types.CorrectFactDocument,
    "mutation CorrectSummary($personaId: ID!, $summary: String) {\n  correctSummary(input: {personaId: $personaId, summary: $summary}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": types.CorrectSummaryDocument,
    "mutation CreateSurvey($title: String, $locale: Locale, $displayName: String) {\n  createSurvey(input: {title: $title, locale: $locale, displayName: $displayName}) {\n    survey {\n      id\n      slug\n      url\n      status\n      responseCount\n      threshold\n      persona {\n        id\n        status\n      }\n    }\n  }\n}": types.CreateSurveyDocument,
    "mutation DeleteSurvey($surveyId: ID!) {\n  deleteSurvey(input: {surveyId: $surveyId}) {\n    surveyId\n  }\n}": types.DeleteSurveyDocument,
    "mutation EditMessage($messageId: ID!, $text: String!, $clientKey: ID!) {\n  editMessage(input: {messageId: $messageId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n      parentId\n      alternatives\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}": types.EditMessageDocument,
    "mutation ExplainReply($messageId: ID!) {\n  explainReply(input: {messageId: $messageId}) {\n    message {\n      id\n      evidence {\n        id\n        text\n      }\n    }\n  }\n}": types.ExplainReplyDocument,
    "mutation ForgetFact($factId: ID!) {\n  forgetFact(input: {factId: $factId}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": types.ForgetFactDocument,
    "query Message($id: ID!) {\n  message(id: $id) {\n    id\n    role\n    kind\n    text\n    status\n    parentId\n    alternatives\n    failure {\n      reason\n      retryable\n    }\n    evidence {\n      id\n      text\n    }\n  }\n}": types.MessageDocument,
    "query Messages($personaId: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n  persona(id: $personaId) {\n    messages(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          role\n          kind\n          text\n          status\n          createdAt\n          parentId\n          alternatives\n          failure {\n            reason\n            retryable\n          }\n          helpLines {\n            name\n            contact\n            hours\n            url\n          }\n          demo\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}": types.MessagesDocument,
    "query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}": types.PersonaDocument,
    "subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}": types.PersonaChangedDocument,
    "mutation PinFact($personaId: ID!, $text: String!) {\n  pinFact(input: {personaId: $personaId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}": types.PinFactDocument,
    "query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}": types.PublicSurveyDocument,
    "query Receipt($receipt: ID!) {\n  responseByReceipt(receipt: $receipt) {\n    submittedOn\n    answers {\n      questionId\n      scale\n      text\n      optionIds\n      cannotTell\n    }\n  }\n}": types.ReceiptDocument,
    "mutation Refresh($refreshToken: String!) {\n  refreshSession(input: {refreshToken: $refreshToken}) {\n    accessToken\n    refreshToken\n    expiresAt\n  }\n}": types.RefreshDocument,
    "mutation RegenerateReply($messageId: ID!, $clientKey: ID!) {\n  regenerateReply(input: {messageId: $messageId, clientKey: $clientKey}) {\n    reply {\n      id\n      role\n      status\n      parentId\n      alternatives\n    }\n  }\n}": types.RegenerateReplyDocument,
    "mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": types.ReopenSurveyDocument,
    "subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {\n  replyStreamed(messageId: $messageId, after: $after) {\n    offset\n    text\n    status\n  }\n}": types.ReplyStreamedDocument,
    "mutation RetryPersona($personaId: ID!) {\n  retryPersona(input: {personaId: $personaId}) {\n    persona {\n      id\n      status\n    }\n  }\n}": types.RetryPersonaDocument,
    "mutation RotateSurveyLink($surveyId: ID!) {\n  rotateSurveyLink(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      slug\n      url\n    }\n  }\n}": types.RotateSurveyLinkDocument,
    "mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {\n  sendMessage(input: {personaId: $personaId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}": types.SendMessageDocument,
    "mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}": types.SignInDocument,
    "mutation SignOut {\n  signOut {\n    ok\n  }\n}": types.SignOutDocument,
    "mutation StopReply($messageId: ID!) {\n  stopReply(input: {messageId: $messageId}) {\n    message {\n      id\n      status\n      text\n    }\n  }\n}": types.StopReplyDocument,
    "mutation SubmitResponse($input: SubmitResponseInput!) {\n  submitResponse(input: $input) {\n    receipt\n    survey {\n      slug\n    }\n  }\n}": types.SubmitResponseDocument,
    "subscription SurveyProgressed($surveyId: ID!) {\n  surveyProgressed(surveyId: $surveyId) {\n    id\n    responseCount\n    threshold\n    status\n  }\n}": types.SurveyProgressedDocument,
    "query Viewer($first: Int = 10, $after: String) {\n  viewer {\n    id\n    displayName\n    surveys(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          responseCount\n          persona {\n            id\n            status\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.ViewerDocument,
    "mutation Withdraw($receipt: ID!) {\n  withdrawResponse(input: {receipt: $receipt}) {\n    ok\n  }\n}": types.WithdrawDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChooseAlternative($messageId: ID!) {\n  chooseAlternative(input: {messageId: $messageId}) {\n    message {\n      id\n      text\n      alternatives\n    }\n  }\n}"): (typeof documents)["mutation ChooseAlternative($messageId: ID!) {\n  chooseAlternative(input: {messageId: $messageId}) {\n    message {\n      id\n      text\n      alternatives\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChooseGreeting($personaId: ID!, $greeting: Int!) {\n  chooseGreeting(input: {personaId: $personaId, greeting: $greeting}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"): (typeof documents)["mutation ChooseGreeting($personaId: ID!, $greeting: Int!) {\n  chooseGreeting(input: {personaId: $personaId, greeting: $greeting}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"): (typeof documents)["mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Conversation($personaId: ID!) {\n  persona(id: $personaId) {\n    id\n    alternateGreetings\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      writing {\n        id\n        status\n        text\n      }\n      unsent {\n        text\n        clientKey\n      }\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query Conversation($personaId: ID!) {\n  persona(id: $personaId) {\n    id\n    alternateGreetings\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      writing {\n        id\n        status\n        text\n      }\n      unsent {\n        text\n        clientKey\n      }\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ConversationChanged($personaId: ID!) {\n  conversationChanged(personaId: $personaId) {\n    id\n    revision\n    greeting\n    chosenGreeting\n    writing {\n      id\n      status\n    }\n    memory {\n      summary\n      facts {\n        id\n        text\n        source\n      }\n    }\n  }\n}"): (typeof documents)["subscription ConversationChanged($personaId: ID!) {\n  conversationChanged(personaId: $personaId) {\n    id\n    revision\n    greeting\n    chosenGreeting\n    writing {\n      id\n      status\n    }\n    memory {\n      summary\n      facts {\n        id\n        text\n        source\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ConversationExport($personaId: ID!, $format: ExportFormat!) {\n  persona(id: $personaId) {\n    id\n    conversationExport(format: $format) {\n      filename\n      mediaType\n      content\n    }\n  }\n}"): (typeof documents)["query ConversationExport($personaId: ID!, $format: ExportFormat!) {\n  persona(id: $personaId) {\n    id\n    conversationExport(format: $format) {\n      filename\n      mediaType\n      content\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CorrectFact($factId: ID!, $text: String!) {\n  correctFact(input: {factId: $factId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"): (typeof documents)["mutation CorrectFact($factId: ID!, $text: String!) {\n  correctFact(input: {factId: $factId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CorrectSummary($personaId: ID!, $summary: String) {\n  correctSummary(input: {personaId: $personaId, summary: $summary}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"): (typeof documents)["mutation CorrectSummary($personaId: ID!, $summary: String) {\n  correctSummary(input: {personaId: $personaId, summary: $summary}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateSurvey($title: String, $locale: Locale, $displayName: String) {\n  createSurvey(input: {title: $title, locale: $locale, displayName: $displayName}) {\n    survey {\n      id\n      slug\n      url\n      status\n      responseCount\n      threshold\n      persona {\n        id\n        status\n      }\n    }\n  }\n}"): (typeof documents)["mutation CreateSurvey($title: String, $locale: Locale, $displayName: String) {\n  createSurvey(input: {title: $title, locale: $locale, displayName: $displayName}) {\n    survey {\n      id\n      slug\n      url\n      status\n      responseCount\n      threshold\n      persona {\n        id\n        status\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteSurvey($surveyId: ID!) {\n  deleteSurvey(input: {surveyId: $surveyId}) {\n    surveyId\n  }\n}"): (typeof documents)["mutation DeleteSurvey($surveyId: ID!) {\n  deleteSurvey(input: {surveyId: $surveyId}) {\n    surveyId\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditMessage($messageId: ID!, $text: String!, $clientKey: ID!) {\n  editMessage(input: {messageId: $messageId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n      parentId\n      alternatives\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}"): (typeof documents)["mutation EditMessage($messageId: ID!, $text: String!, $clientKey: ID!) {\n  editMessage(input: {messageId: $messageId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n      parentId\n      alternatives\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ExplainReply($messageId: ID!) {\n  explainReply(input: {messageId: $messageId}) {\n    message {\n      id\n      evidence {\n        id\n        text\n      }\n    }\n  }\n}"): (typeof documents)["mutation ExplainReply($messageId: ID!) {\n  explainReply(input: {messageId: $messageId}) {\n    message {\n      id\n      evidence {\n        id\n        text\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ForgetFact($factId: ID!) {\n  forgetFact(input: {factId: $factId}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"): (typeof documents)["mutation ForgetFact($factId: ID!) {\n  forgetFact(input: {factId: $factId}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Message($id: ID!) {\n  message(id: $id) {\n    id\n    role\n    kind\n    text\n    status\n    parentId\n    alternatives\n    failure {\n      reason\n      retryable\n    }\n    evidence {\n      id\n      text\n    }\n  }\n}"): (typeof documents)["query Message($id: ID!) {\n  message(id: $id) {\n    id\n    role\n    kind\n    text\n    status\n    parentId\n    alternatives\n    failure {\n      reason\n      retryable\n    }\n    evidence {\n      id\n      text\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Messages($personaId: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n  persona(id: $personaId) {\n    messages(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          role\n          kind\n          text\n          status\n          createdAt\n          parentId\n          alternatives\n          failure {\n            reason\n            retryable\n          }\n          helpLines {\n            name\n            contact\n            hours\n            url\n          }\n          demo\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}"): (typeof documents)["query Messages($personaId: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n  persona(id: $personaId) {\n    messages(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          role\n          kind\n          text\n          status\n          createdAt\n          parentId\n          alternatives\n          failure {\n            reason\n            retryable\n          }\n          helpLines {\n            name\n            contact\n            hours\n            url\n          }\n          demo\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}"): (typeof documents)["query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}"): (typeof documents)["subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PinFact($personaId: ID!, $text: String!) {\n  pinFact(input: {personaId: $personaId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"): (typeof documents)["mutation PinFact($personaId: ID!, $text: String!) {\n  pinFact(input: {personaId: $personaId, text: $text}) {\n    conversation {\n      id\n      revision\n      greeting\n      chosenGreeting\n      memory {\n        summary\n        facts {\n          id\n          text\n          source\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}"): (typeof documents)["query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Receipt($receipt: ID!) {\n  responseByReceipt(receipt: $receipt) {\n    submittedOn\n    answers {\n      questionId\n      scale\n      text\n      optionIds\n      cannotTell\n    }\n  }\n}"): (typeof documents)["query Receipt($receipt: ID!) {\n  responseByReceipt(receipt: $receipt) {\n    submittedOn\n    answers {\n      questionId\n      scale\n      text\n      optionIds\n      cannotTell\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Refresh($refreshToken: String!) {\n  refreshSession(input: {refreshToken: $refreshToken}) {\n    accessToken\n    refreshToken\n    expiresAt\n  }\n}"): (typeof documents)["mutation Refresh($refreshToken: String!) {\n  refreshSession(input: {refreshToken: $refreshToken}) {\n    accessToken\n    refreshToken\n    expiresAt\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RegenerateReply($messageId: ID!, $clientKey: ID!) {\n  regenerateReply(input: {messageId: $messageId, clientKey: $clientKey}) {\n    reply {\n      id\n      role\n      status\n      parentId\n      alternatives\n    }\n  }\n}"): (typeof documents)["mutation RegenerateReply($messageId: ID!, $clientKey: ID!) {\n  regenerateReply(input: {messageId: $messageId, clientKey: $clientKey}) {\n    reply {\n      id\n      role\n      status\n      parentId\n      alternatives\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"): (typeof documents)["mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {\n  replyStreamed(messageId: $messageId, after: $after) {\n    offset\n    text\n    status\n  }\n}"): (typeof documents)["subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {\n  replyStreamed(messageId: $messageId, after: $after) {\n    offset\n    text\n    status\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RetryPersona($personaId: ID!) {\n  retryPersona(input: {personaId: $personaId}) {\n    persona {\n      id\n      status\n    }\n  }\n}"): (typeof documents)["mutation RetryPersona($personaId: ID!) {\n  retryPersona(input: {personaId: $personaId}) {\n    persona {\n      id\n      status\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RotateSurveyLink($surveyId: ID!) {\n  rotateSurveyLink(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      slug\n      url\n    }\n  }\n}"): (typeof documents)["mutation RotateSurveyLink($surveyId: ID!) {\n  rotateSurveyLink(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      slug\n      url\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {\n  sendMessage(input: {personaId: $personaId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}"): (typeof documents)["mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {\n  sendMessage(input: {personaId: $personaId, text: $text, clientKey: $clientKey}) {\n    message {\n      id\n      role\n      text\n    }\n    reply {\n      id\n      role\n      status\n      kind\n      text\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}"): (typeof documents)["mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignOut {\n  signOut {\n    ok\n  }\n}"): (typeof documents)["mutation SignOut {\n  signOut {\n    ok\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StopReply($messageId: ID!) {\n  stopReply(input: {messageId: $messageId}) {\n    message {\n      id\n      status\n      text\n    }\n  }\n}"): (typeof documents)["mutation StopReply($messageId: ID!) {\n  stopReply(input: {messageId: $messageId}) {\n    message {\n      id\n      status\n      text\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SubmitResponse($input: SubmitResponseInput!) {\n  submitResponse(input: $input) {\n    receipt\n    survey {\n      slug\n    }\n  }\n}"): (typeof documents)["mutation SubmitResponse($input: SubmitResponseInput!) {\n  submitResponse(input: $input) {\n    receipt\n    survey {\n      slug\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription SurveyProgressed($surveyId: ID!) {\n  surveyProgressed(surveyId: $surveyId) {\n    id\n    responseCount\n    threshold\n    status\n  }\n}"): (typeof documents)["subscription SurveyProgressed($surveyId: ID!) {\n  surveyProgressed(surveyId: $surveyId) {\n    id\n    responseCount\n    threshold\n    status\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer($first: Int = 10, $after: String) {\n  viewer {\n    id\n    displayName\n    surveys(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          responseCount\n          persona {\n            id\n            status\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): (typeof documents)["query Viewer($first: Int = 10, $after: String) {\n  viewer {\n    id\n    displayName\n    surveys(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          responseCount\n          persona {\n            id\n            status\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Withdraw($receipt: ID!) {\n  withdrawResponse(input: {receipt: $receipt}) {\n    ok\n  }\n}"): (typeof documents)["mutation Withdraw($receipt: ID!) {\n  withdrawResponse(input: {receipt: $receipt}) {\n    ok\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;