import type * as schema from '../../../web/src/api/generated/schema.js';
import { all, type Rules } from './rules.js';

/** By payload type and field: a caller who may run the mutation may read all of its answer. */
export const payloadRules = {
  AcceptComparisonPayload: all('inherit', ['comparison']) satisfies Rules<schema.AcceptComparisonPayload>,
  AllowSharingComparisonPayload: all('inherit', [
    'comparison',
  ]) satisfies Rules<schema.AllowSharingComparisonPayload>,
  AnswerAboutMyselfPayload: all('inherit', ['persona']) satisfies Rules<schema.AnswerAboutMyselfPayload>,
  ChooseAlternativePayload: all('inherit', ['message']) satisfies Rules<schema.ChooseAlternativePayload>,
  ChooseGreetingPayload: all('inherit', ['conversation']) satisfies Rules<schema.ChooseGreetingPayload>,
  ChooseVoicePayload: all('inherit', ['persona']) satisfies Rules<schema.ChooseVoicePayload>,
  CloseSurveyPayload: all('inherit', ['survey']) satisfies Rules<schema.CloseSurveyPayload>,
  CorrectFactPayload: all('inherit', ['conversation']) satisfies Rules<schema.CorrectFactPayload>,
  CorrectSummaryPayload: all('inherit', ['conversation']) satisfies Rules<schema.CorrectSummaryPayload>,
  CreateSurveyPayload: all('inherit', ['survey']) satisfies Rules<schema.CreateSurveyPayload>,
  DeleteAccountPayload: all('inherit', ['ok']) satisfies Rules<schema.DeleteAccountPayload>,
  DeleteConversationPayload: all('inherit', [
    'conversation',
  ]) satisfies Rules<schema.DeleteConversationPayload>,
  DeleteMessagePayload: all('inherit', ['conversation']) satisfies Rules<schema.DeleteMessagePayload>,
  DeleteSurveyPayload: all('inherit', ['surveyId']) satisfies Rules<schema.DeleteSurveyPayload>,
  EditMessagePayload: all('inherit', ['message', 'reply']) satisfies Rules<schema.EditMessagePayload>,
  EndComparisonPayload: all('inherit', ['comparisonId']) satisfies Rules<schema.EndComparisonPayload>,
  ExplainReplyPayload: all('inherit', ['message']) satisfies Rules<schema.ExplainReplyPayload>,
  ForgetFactPayload: all('inherit', ['conversation']) satisfies Rules<schema.ForgetFactPayload>,
  GiveConsentPayload: all('inherit', ['user']) satisfies Rules<schema.GiveConsentPayload>,
  HideQuotePayload: all('inherit', ['persona']) satisfies Rules<schema.HideQuotePayload>,
  InviteToComparePayload: all('inherit', ['comparison']) satisfies Rules<schema.InviteToComparePayload>,
  PinFactPayload: all('inherit', ['conversation']) satisfies Rules<schema.PinFactPayload>,
  PublishPersonaPayload: all('inherit', ['persona']) satisfies Rules<schema.PublishPersonaPayload>,
  RefreshSessionPayload: all('inherit', [
    'accessToken',
    'expiresAt',
    'refreshToken',
  ]) satisfies Rules<schema.RefreshSessionPayload>,
  RegenerateReplyPayload: all('inherit', ['reply']) satisfies Rules<schema.RegenerateReplyPayload>,
  RenameSurveyPayload: all('inherit', ['survey']) satisfies Rules<schema.RenameSurveyPayload>,
  ReopenSurveyPayload: all('inherit', ['survey']) satisfies Rules<schema.ReopenSurveyPayload>,
  RestartConversationPayload: all('inherit', [
    'conversation',
  ]) satisfies Rules<schema.RestartConversationPayload>,
  RetryPersonaPayload: all('inherit', ['persona']) satisfies Rules<schema.RetryPersonaPayload>,
  RotateSurveyLinkPayload: all('inherit', ['survey']) satisfies Rules<schema.RotateSurveyLinkPayload>,
  SendMessagePayload: all('inherit', ['message', 'reply']) satisfies Rules<schema.SendMessagePayload>,
  ShowVersionPayload: all('inherit', ['persona']) satisfies Rules<schema.ShowVersionPayload>,
  SignInWithGooglePayload: all('inherit', [
    'accessToken',
    'expiresAt',
    'refreshToken',
    'user',
  ]) satisfies Rules<schema.SignInWithGooglePayload>,
  SignOutPayload: all('inherit', ['ok']) satisfies Rules<schema.SignOutPayload>,
  StopReplyPayload: all('inherit', ['message']) satisfies Rules<schema.StopReplyPayload>,
  SubmitResponsePayload: all('inherit', ['receipt', 'survey']) satisfies Rules<schema.SubmitResponsePayload>,
  UnpublishPersonaPayload: all('inherit', ['persona']) satisfies Rules<schema.UnpublishPersonaPayload>,
  WithdrawResponsePayload: all('inherit', ['ok']) satisfies Rules<schema.WithdrawResponsePayload>,
};
