import type * as schema from '../../../web/src/api/generated/schema.js';

/**
 * What an argument names. Ids of others' objects, of objects that do not exist and malformed ones must all get
 * the same answer; so must guessed secrets. `free` grants nothing. A mutation has one argument, its input type.
 */
export type ArgumentRule =
  | ('persona' | 'survey' | 'message' | 'fact' | 'comparison' | 'quote' | 'session' | 'export')
  | ('slug' | 'publicSlug' | 'receipt' | 'code' | 'refreshToken' | 'idToken')
  | ('cursor' | 'free');

type ArgumentRules<T> = Record<keyof T, ArgumentRule>;

/** By input type, or type, field and "Args" as codegen names the arguments of a field. */
export const argumentRules = {
  AcceptComparisonInput: {
    code: 'code',
    personaId: 'persona',
  } satisfies ArgumentRules<schema.AcceptComparisonInput>,
  AllowSharingComparisonInput: {
    allowed: 'free',
    comparisonId: 'comparison',
  } satisfies ArgumentRules<schema.AllowSharingComparisonInput>,
  AnswerAboutMyselfInput: {
    answers: 'free',
    locale: 'free',
  } satisfies ArgumentRules<schema.AnswerAboutMyselfInput>,
  AnswerInput: {
    cannotTell: 'free',
    optionIds: 'free',
    questionId: 'free',
    scale: 'free',
    text: 'free',
  } satisfies ArgumentRules<schema.AnswerInput>,
  ChooseAlternativeInput: { messageId: 'message' } satisfies ArgumentRules<schema.ChooseAlternativeInput>,
  ChooseGreetingInput: {
    greeting: 'free',
    personaId: 'persona',
  } satisfies ArgumentRules<schema.ChooseGreetingInput>,
  ChooseVoiceInput: {
    archetype: 'free',
    personaId: 'persona',
  } satisfies ArgumentRules<schema.ChooseVoiceInput>,
  CloseSurveyInput: {
    normConsent: 'free',
    surveyId: 'survey',
  } satisfies ArgumentRules<schema.CloseSurveyInput>,
  CorrectFactInput: { factId: 'fact', text: 'free' } satisfies ArgumentRules<schema.CorrectFactInput>,
  CorrectSummaryInput: {
    personaId: 'persona',
    summary: 'free',
  } satisfies ArgumentRules<schema.CorrectSummaryInput>,
  CreateSurveyInput: {
    displayName: 'free',
    from: 'free',
    locale: 'free',
    normConsent: 'free',
    title: 'free',
  } satisfies ArgumentRules<schema.CreateSurveyInput>,
  DeleteConversationInput: { personaId: 'persona' } satisfies ArgumentRules<schema.DeleteConversationInput>,
  DeleteMessageInput: { messageId: 'message' } satisfies ArgumentRules<schema.DeleteMessageInput>,
  EditMessageInput: {
    clientKey: 'free',
    messageId: 'message',
    text: 'free',
  } satisfies ArgumentRules<schema.EditMessageInput>,
  EndComparisonInput: { comparisonId: 'comparison' } satisfies ArgumentRules<schema.EndComparisonInput>,
  ExplainReplyInput: { messageId: 'message' } satisfies ArgumentRules<schema.ExplainReplyInput>,
  ExportCharacterCardInput: {
    format: 'free',
    personaId: 'persona',
  } satisfies ArgumentRules<schema.ExportCharacterCardInput>,
  ForgetFactInput: { factId: 'fact' } satisfies ArgumentRules<schema.ForgetFactInput>,
  GiveConsentInput: {
    bornIn: 'free',
    locale: 'free',
    version: 'free',
  } satisfies ArgumentRules<schema.GiveConsentInput>,
  HideQuoteInput: {
    personaId: 'persona',
    quoteId: 'quote',
    report: 'free',
    version: 'free',
  } satisfies ArgumentRules<schema.HideQuoteInput>,
  ImportCharacterCardInput: {
    card: 'free',
    personaId: 'persona',
  } satisfies ArgumentRules<schema.ImportCharacterCardInput>,
  InviteToCompareInput: { personaId: 'persona' } satisfies ArgumentRules<schema.InviteToCompareInput>,
  PersonaConversationExportArgs: {
    format: 'free',
  } satisfies ArgumentRules<schema.PersonaConversationExportArgs>,
  PersonaIllustrationArgs: { size: 'free' } satisfies ArgumentRules<schema.PersonaIllustrationArgs>,
  PersonaMessagesArgs: {
    after: 'cursor',
    before: 'cursor',
    first: 'free',
    last: 'free',
  } satisfies ArgumentRules<schema.PersonaMessagesArgs>,
  PersonaVersionArgs: { number: 'free' } satisfies ArgumentRules<schema.PersonaVersionArgs>,
  PersonaVersionsArgs: { after: 'cursor', first: 'free' } satisfies ArgumentRules<schema.PersonaVersionsArgs>,
  PersonaVersionChangesSinceArgs: {
    number: 'free',
  } satisfies ArgumentRules<schema.PersonaVersionChangesSinceArgs>,
  PersonaVersionIllustrationArgs: {
    size: 'free',
  } satisfies ArgumentRules<schema.PersonaVersionIllustrationArgs>,
  // The ids of others' notifications are ignored, like any text.
  MarkNotificationsReadInput: {
    notificationIds: 'free',
  } satisfies ArgumentRules<schema.MarkNotificationsReadInput>,
  PinFactInput: { personaId: 'persona', text: 'free' } satisfies ArgumentRules<schema.PinFactInput>,
  PublicPersonaIllustrationArgs: {
    size: 'free',
  } satisfies ArgumentRules<schema.PublicPersonaIllustrationArgs>,
  PublishPersonaInput: {
    personaId: 'persona',
    searchable: 'free',
  } satisfies ArgumentRules<schema.PublishPersonaInput>,
  QueryComparisonArgs: { id: 'comparison' } satisfies ArgumentRules<schema.QueryComparisonArgs>,
  QueryComparisonInvitationArgs: {
    code: 'code',
  } satisfies ArgumentRules<schema.QueryComparisonInvitationArgs>,
  QueryMessageArgs: { id: 'message' } satisfies ArgumentRules<schema.QueryMessageArgs>,
  QueryPersonaArgs: { id: 'persona' } satisfies ArgumentRules<schema.QueryPersonaArgs>,
  QueryPublicPersonaArgs: { slug: 'publicSlug' } satisfies ArgumentRules<schema.QueryPublicPersonaArgs>,
  QueryResponseByReceiptArgs: {
    receipt: 'receipt',
  } satisfies ArgumentRules<schema.QueryResponseByReceiptArgs>,
  QuerySelfQuestionsArgs: { locale: 'free' } satisfies ArgumentRules<schema.QuerySelfQuestionsArgs>,
  QuerySurveyArgs: { slug: 'slug' } satisfies ArgumentRules<schema.QuerySurveyArgs>,
  RefreshSessionInput: { refreshToken: 'refreshToken' } satisfies ArgumentRules<schema.RefreshSessionInput>,
  RegenerateReplyInput: {
    clientKey: 'free',
    messageId: 'message',
  } satisfies ArgumentRules<schema.RegenerateReplyInput>,
  RemoveKeptFieldsInput: { personaId: 'persona' } satisfies ArgumentRules<schema.RemoveKeptFieldsInput>,
  RenameSurveyInput: {
    displayName: 'free',
    surveyId: 'survey',
  } satisfies ArgumentRules<schema.RenameSurveyInput>,
  RestartConversationInput: { personaId: 'persona' } satisfies ArgumentRules<schema.RestartConversationInput>,
  RetryPersonaInput: { personaId: 'persona' } satisfies ArgumentRules<schema.RetryPersonaInput>,
  RevokeSessionInput: { id: 'session' } satisfies ArgumentRules<schema.RevokeSessionInput>,
  SendMessageInput: {
    clientKey: 'free',
    personaId: 'persona',
    text: 'free',
  } satisfies ArgumentRules<schema.SendMessageInput>,
  ShowVersionInput: { number: 'free', personaId: 'persona' } satisfies ArgumentRules<schema.ShowVersionInput>,
  SignInWithGoogleInput: {
    idToken: 'idToken',
    nonce: 'free',
  } satisfies ArgumentRules<schema.SignInWithGoogleInput>,
  StopReplyInput: { messageId: 'message' } satisfies ArgumentRules<schema.StopReplyInput>,
  SubmitResponseInput: {
    answers: 'free',
    clientKey: 'free',
    closeness: 'free',
    elapsedMs: 'free',
    fingerprint: 'free',
    relation: 'free',
    slug: 'slug',
  } satisfies ArgumentRules<schema.SubmitResponseInput>,
  SubscribeToPushInput: {
    auth: 'free',
    endpoint: 'free',
    locale: 'free',
    p256dh: 'free',
  } satisfies ArgumentRules<schema.SubscribeToPushInput>,
  SubscriptionConversationChangedArgs: {
    personaId: 'persona',
  } satisfies ArgumentRules<schema.SubscriptionConversationChangedArgs>,
  SubscriptionDataExportChangedArgs: {
    id: 'export',
  } satisfies ArgumentRules<schema.SubscriptionDataExportChangedArgs>,
  SubscriptionPersonaChangedArgs: {
    personaId: 'persona',
  } satisfies ArgumentRules<schema.SubscriptionPersonaChangedArgs>,
  SubscriptionReplyStreamedArgs: {
    after: 'free',
    messageId: 'message',
  } satisfies ArgumentRules<schema.SubscriptionReplyStreamedArgs>,
  SubscriptionSurveyProgressedArgs: {
    surveyId: 'survey',
  } satisfies ArgumentRules<schema.SubscriptionSurveyProgressedArgs>,
  SurveyInput: { surveyId: 'survey' } satisfies ArgumentRules<schema.SurveyInput>,
  UnpublishPersonaInput: { personaId: 'persona' } satisfies ArgumentRules<schema.UnpublishPersonaInput>,
  UnsubscribeFromPushInput: { endpoint: 'free' } satisfies ArgumentRules<schema.UnsubscribeFromPushInput>,
  UpdateNotificationSettingsInput: {
    email: 'free',
    locale: 'free',
  } satisfies ArgumentRules<schema.UpdateNotificationSettingsInput>,
  UserComparisonsArgs: { after: 'cursor', first: 'free' } satisfies ArgumentRules<schema.UserComparisonsArgs>,
  UserNotificationsArgs: {
    after: 'cursor',
    first: 'free',
  } satisfies ArgumentRules<schema.UserNotificationsArgs>,
  UserSurveyArgs: { id: 'survey' } satisfies ArgumentRules<schema.UserSurveyArgs>,
  UserSurveysArgs: { after: 'cursor', first: 'free' } satisfies ArgumentRules<schema.UserSurveysArgs>,
  WithdrawResponseInput: { receipt: 'receipt' } satisfies ArgumentRules<schema.WithdrawResponseInput>,
};
