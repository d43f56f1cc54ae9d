/**
 * Well-known names that are spelled like a host: sites, companies and products. In a sentence they are names
 * and stay as they are. Nothing leads to them: no part of the product turns text into a link.
 */
const names = `
11st.co.kr about.me academia.edu ado.net airbnb.com alibaba.com aliexpress.com amazon.ca amazon.co.jp amazon.co.uk amazon.com amazon.de
ameba.jp ancestry.com anthropic.com apple.com archive.org arxiv.org asp.net baidu.com bandcamp.com bbc.co.uk bbc.com bing.com bluesky.app
booking.com box.com c.ai canva.com cars.com change.org character.ai chatgpt.com claude.ai codecademy.com cookpad.com coupang.com
coursera.org craigslist.org crates.io crypto.com daum.net dcinside.com deepl.com deviantart.com dictionary.com discord.com dmm.com draw.io
dribbble.com duckduckgo.com duolingo.com ebay.com ello.co etsy.com expedia.com fandom.com facebook.com fast.com figma.com flickr.com
forbes.com freecodecamp.org gmail.com gmarket.co.kr gog.com goodreads.com google.com google.co.jp google.co.kr gutenberg.org hatena.ne.jp
hotels.com huggingface.co ikea.com imdb.com imgur.com indeed.com instagram.com interpark.com itch.io kakao.com kakaku.com kayak.com
khanacademy.org kickstarter.com last.fm letterboxd.com linear.app linkedin.com livejournal.com match.com medium.com melon.com meetup.com
mercari.com merriam-webster.com microsoft.com miro.com ml.net monday.com mozilla.org msn.com namu.wiki nate.com naver.com netflix.com
newsweek.com nicovideo.jp nintendo.com note.com notion.so npr.org nytimes.com olx.com openai.com otter.ai overstock.com patreon.com
paypal.com perplexity.ai pinterest.com pixiv.net poe.com posty.pe priceline.com python.org qiita.com quora.com rakuten.co.jp rakuten.com
realtor.com reddit.com replit.com salesforce.com samsung.com shazam.com skyscanner.net slack.com snapchat.com socket.io soundcloud.com
spotify.com stackoverflow.com steam.com substack.com suno.ai suno.com tabelog.com target.com ted.com threads.net tiktok.com time.com
tinder.com toss.im trello.com tripadvisor.com tumblr.com tving.com twitch.tv twitter.com udemy.com unity.com vb.net vimeo.com walmart.com
wattpad.com wavve.com weather.com webmd.com webtoons.com weverse.io whatsapp.com wikipedia.org wolframalpha.com wordpress.com wordpress.org x.ai
x.com 価格.com yahoo.co.jp yahoo.com yelp.com yes24.com yahoo.co.kr youtube.com zalando.de zillow.com zoom.us zozo.jp
`
  .trim()
  .split(/\s+/);

/** Scripts that are written without blanks between a name and the words around it. */
const eastAsian = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const escaped = names.map((name) => name.replaceAll('.', '\\.')).join('|');
/** Not part of a longer host, an e-mail address, or an address with a port, a path or a query. */
const wellKnown = new RegExp(
  `(?<=^|[^\\p{L}\\p{N}@./:_-]|[${eastAsian}])(?:${escaped})(?![a-z0-9@_/-]|[.:?#&]\\S*[\\p{L}\\p{N}])`,
  'giu',
);

/** Replaces well-known names that look like a host, so that what is left can be searched for addresses. */
export const leaveOutDomainNames = (text: string): string => text.replace(wellKnown, ' ');
