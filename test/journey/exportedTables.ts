/** The tables of what belongs to a person, with the files of an export that have their rows. */
export const exportedTables: Record<string, string> = {
  account: 'account.json',
  session: 'account.json',
  self_portrait: 'about-me.json',
  inbox: 'account.json',
  notification: 'notifications.json',
  survey: 'surveys/<id>.json',
  daily_count:
    'surveys/<id>.json, as far as the app shows the numbers: of finished days, and none below three',
  persona: 'personas/<id>/persona.json',
  quote_report: 'personas/<id>/persona.json, without the quote, which its owner had hidden for good',
  kept_fields: 'personas/<id>/kept-fields.json, if anything is kept',
  persona_version: 'personas/<id>/versions.json, as the app shows it',
  image: 'personas/<id>/picture-<version>.webp, the largest size',
  conversation: 'personas/<id>/conversation.json',
  message: 'personas/<id>/conversation.json',
  reply_chunk: 'personas/<id>/conversation.json, as the text of a reply that is being written',
  fact: 'personas/<id>/conversation.json',
  comparison: 'comparisons.json, as the app shows it',
};

/** The tables that an export leaves out, with the reasons. */
export const leftOut: Record<string, string> = {
  response: 'Friends answered anonymously, and each can download their own answers with the receipt.',
  release_sum: 'Sums of friends’ answers, of which the app shows what may be shown.',
  push_subscription: 'Addresses and keys of browsers at their push services, of use to nobody else.',
  notification_delivery:
    'What became of a notification on its way; the notification itself is in notifications.json.',
  refresh_token: 'Digests of secrets, of no use to anyone.',
  spending: 'The hours in which models were called would tell when friends answered.',
  data_export: 'The export itself.',
  data_export_piece: 'The export itself.',
  norm_sum: 'Sums over people, in which no person can be identified.',
  lost_work: 'Counts of the program’s own work.',
  secret: 'Keys of the program.',
  data_key: 'Keys of the program.',
};
