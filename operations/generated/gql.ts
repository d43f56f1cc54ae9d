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
    "mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": typeof types.CloseSurveyDocument,
    "mutation CreateSurvey($title: String, $locale: Locale, $displayName: String) {\n  createSurvey(input: {title: $title, locale: $locale, displayName: $displayName}) {\n    survey {\n      id\n      slug\n      url\n      status\n      responseCount\n      threshold\n      persona {\n        id\n        status\n      }\n    }\n  }\n}": typeof types.CreateSurveyDocument,
    "mutation DeleteSurvey($surveyId: ID!) {\n  deleteSurvey(input: {surveyId: $surveyId}) {\n    surveyId\n  }\n}": typeof types.DeleteSurveyDocument,
    "query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}": typeof types.PersonaDocument,
    "subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}": typeof types.PersonaChangedDocument,
    "query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}": typeof types.PublicSurveyDocument,
    "query Receipt($receipt: ID!) {\n  responseByReceipt(receipt: $receipt) {\n    submittedOn\n    answers {\n      questionId\n      scale\n      text\n      optionIds\n      cannotTell\n    }\n  }\n}": typeof types.ReceiptDocument,
    "mutation Refresh($refreshToken: String!) {\n  refreshSession(input: {refreshToken: $refreshToken}) {\n    accessToken\n    refreshToken\n    expiresAt\n  }\n}": typeof types.RefreshDocument,
    "mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": typeof types.ReopenSurveyDocument,
    "mutation RetryPersona($personaId: ID!) {\n  retryPersona(input: {personaId: $personaId}) {\n    persona {\n      id\n      status\n    }\n  }\n}": typeof types.RetryPersonaDocument,
    "mutation RotateSurveyLink($surveyId: ID!) {\n  rotateSurveyLink(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      slug\n      url\n    }\n  }\n}": typeof types.RotateSurveyLinkDocument,
    "mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}": typeof types.SignInDocument,
    "mutation SignOut {\n  signOut {\n    ok\n  }\n}": typeof types.SignOutDocument,
    "mutation SubmitResponse($input: SubmitResponseInput!) {\n  submitResponse(input: $input) {\n    receipt\n    survey {\n      slug\n    }\n  }\n}": typeof types.SubmitResponseDocument,
    "subscription SurveyProgressed($surveyId: ID!) {\n  surveyProgressed(surveyId: $surveyId) {\n    id\n    responseCount\n    threshold\n    status\n  }\n}": typeof types.SurveyProgressedDocument,
    "query Viewer($first: Int = 10, $after: String) {\n  viewer {\n    id\n    displayName\n    surveys(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          responseCount\n          persona {\n            id\n            status\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.ViewerDocument,
    "mutation Withdraw($receipt: ID!) {\n  withdrawResponse(input: {receipt: $receipt}) {\n    ok\n  }\n}": typeof types.WithdrawDocument,
};
const documents: Documents = {
    "mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": types.CloseSurveyDocument,
    "mutation CreateSurvey($title: String, $locale: Locale, $displayName: String) {\n  createSurvey(input: {title: $title, locale: $locale, displayName: $displayName}) {\n    survey {\n      id\n      slug\n      url\n      status\n      responseCount\n      threshold\n      persona {\n        id\n        status\n      }\n    }\n  }\n}": types.CreateSurveyDocument,
    "mutation DeleteSurvey($surveyId: ID!) {\n  deleteSurvey(input: {surveyId: $surveyId}) {\n    surveyId\n  }\n}": types.DeleteSurveyDocument,
    "query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}": types.PersonaDocument,
    "subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}": types.PersonaChangedDocument,
    "query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}": types.PublicSurveyDocument,
    "query Receipt($receipt: ID!) {\n  responseByReceipt(receipt: $receipt) {\n    submittedOn\n    answers {\n      questionId\n      scale\n      text\n      optionIds\n      cannotTell\n    }\n  }\n}": types.ReceiptDocument,
    "mutation Refresh($refreshToken: String!) {\n  refreshSession(input: {refreshToken: $refreshToken}) {\n    accessToken\n    refreshToken\n    expiresAt\n  }\n}": types.RefreshDocument,
    "mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}": types.ReopenSurveyDocument,
    "mutation RetryPersona($personaId: ID!) {\n  retryPersona(input: {personaId: $personaId}) {\n    persona {\n      id\n      status\n    }\n  }\n}": types.RetryPersonaDocument,
    "mutation RotateSurveyLink($surveyId: ID!) {\n  rotateSurveyLink(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      slug\n      url\n    }\n  }\n}": types.RotateSurveyLinkDocument,
    "mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}": types.SignInDocument,
    "mutation SignOut {\n  signOut {\n    ok\n  }\n}": types.SignOutDocument,
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
export function graphql(source: "mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"): (typeof documents)["mutation CloseSurvey($surveyId: ID!) {\n  closeSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"];
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
export function graphql(source: "query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}"): (typeof documents)["query Persona($id: ID!) {\n  persona(id: $id) {\n    id\n    slug\n    status\n    name\n    archetype\n    confidence\n    title\n    summary\n    sentences {\n      text\n      evidence\n    }\n    greeting\n    traits {\n      id\n      score\n      level\n      agreement\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n    demo\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}"): (typeof documents)["subscription PersonaChanged($personaId: ID!) {\n  personaChanged(personaId: $personaId) {\n    id\n    status\n    revision\n    name\n    title\n    illustration {\n      url\n    }\n    failure {\n      step\n      reason\n      retryable\n    }\n  }\n}"];
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
export function graphql(source: "mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"): (typeof documents)["mutation ReopenSurvey($surveyId: ID!) {\n  reopenSurvey(input: {surveyId: $surveyId}) {\n    survey {\n      id\n      status\n    }\n  }\n}"];
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
export function graphql(source: "mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}"): (typeof documents)["mutation SignIn($idToken: String!) {\n  signInWithGoogle(input: {idToken: $idToken}) {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      displayName\n      email\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignOut {\n  signOut {\n    ok\n  }\n}"): (typeof documents)["mutation SignOut {\n  signOut {\n    ok\n  }\n}"];
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