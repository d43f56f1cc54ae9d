/** Bytes that a header may hold, of text outside ASCII. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** Origin headers of foreign pages that resemble `https://mirai.example`, by the trick. */
export const originTricks: Record<string, string | string[]> = {
  'another site': 'https://evil.example',
  'a suffix': 'https://mirai.example.evil.example',
  'a prefix': 'https://evil-mirai.example',
  'a subdomain': 'https://www.mirai.example',
  null: 'null',
  'another port': 'https://mirai.example:8443',
  'another scheme': 'http://mirai.example',
  'user information': 'https://mirai.example@evil.example',
  'upper case': 'HTTPS://MIRAI.EXAMPLE',
  'a trailing dot': 'https://mirai.example.',
  'a look-alike in Punycode': new URL('https://m\u0456rai.example').origin,
  'a full stop of another script': utf8('https://mirai\u3002example'),
  'an invisible character': utf8('https://mirai\u200b.example'),
  'two headers, ours first': ['https://mirai.example', 'https://evil.example'],
  'two headers, ours last': ['https://evil.example', 'https://mirai.example'],
  'two origins in one header': 'https://mirai.example https://evil.example',
  'a path': 'https://mirai.example/',
  'an empty header': '',
  'a name of this machine with a suffix': 'http://localhost.evil.example',
  'another port of this machine': 'http://localhost:1',
};
