/** The words friends choose from. All are positive, because a list that offers insults gets them. */
export const wordIds = [
  'funny',
  'outgoing',
  'calm',
  'steady',
  'kind',
  'warm',
  'patient',
  'loyal',
  'honest',
  'brave',
  'curious',
  'imaginative',
  'deep',
  'clever',
  'organised',
  'reliable',
  'hard-working',
  'precise',
  'playful',
  'free-spirited',
  'protective',
  'modest',
  'bold',
  'sensitive',
] as const;

export type WordId = (typeof wordIds)[number];
