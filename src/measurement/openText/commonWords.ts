import { questionnaireOf, QUESTIONNAIRE_VERSION } from '../questionnaire/questionnaire.js';

/** Words that say nothing about a person by themselves: grammar, degree, hedging, filling. */
export const functionWords: readonly string[] = `
a an the this that these those it its he him his she her hers they them their theirs we us our you your i me my mine
is am are was were be been being isnt arent do does did dont doesnt has have had will would can could may might shall should must
and or but nor so if as of to in on at by for from with without about into out up off over than then when while where
who whom whose which what how why because not no yes very too also just only even much many more most some any all both
really quite rather pretty totally truly always often usually sometimes ever never still again already
um uh uhm hmm er erm oh ah well like literally basically actually honestly kinda sorta lol haha okay ok
there here one ones thing things someone somebody everyone everybody people person friend friends seems tends sort

그 이 저 그리고 그런데 하지만 그래서 또 또는 아주 매우 너무 정말 정말로 진짜 진짜로 참 좀 조금 많이 더 가장 제일 꽤 되게 무척 굉장히
항상 늘 언제나 자주 가끔 때로는 그냥 막 뭐 음 어 아 네 예 응 그니까 그러니까 있어요 있는 있다 없어요 같아요 같은 것 거 수 때 사람 사람이에요
사람이다 사람입니다 분 분이에요 친구 친구예요 이에요 예요 입니다 이다 해요 하는 합니다 한다 편이에요 님 ㅋ ㅎ

は が を に の へ と も で や か な ね よ わ ぞ ぜ だ です ます でした ました ません ない なく て し た れる られる せる させる する し して した
いる い いて ある あり あって なる なっ こと もの 人 ひと 方 さん くん ちゃん とても すごく 本当に 本当 ほんと ほんとに いつも よく たまに ちょっと 少し もっと
一番 そして でも だから また まあ えっと あの うーん はい うん ええ から まで より だけ しか ので のに けど けれど そう よう らしい みたい 友達 友だち
`.split(/\s+/);

/**
 * Everyday words of portraits beside those of the questionnaire. Any text about a person may use them, so one
 * of them points to no writer.
 */
const portraitWords = `
good great nice best lovely sweet gentle caring helpful friendly generous thoughtful considerate cheerful happy bright fun smart wise
creative quiet shy loud strong easy easygoing open serious careful tidy messy late early busy lazy stubborn sincere trustworthy
supportive energetic positive optimistic humble polite talkative calm confident independent ambitious diligent warmhearted
heart mind smile laugh laughs laughing humor humour joke jokes talk talks listen listens listener help helps helping care cares
time day days night life world way ways home work love loves know knows think thinks make makes come comes go goes take takes give
gives feel feels need needs want wants look looks find finds keep keeps first last new old little big small long short right

착한 착하고 착해 착해요 착하다 친절한 친절해요 친절하고 다정한 다정하고 다정해요 따뜻한 따뜻하고 따뜻해요 재미있는 재미있어요 재밌는 재밌어요 웃긴 웃겨요 유쾌한
밝은 밝고 밝아요 조용한 조용해요 차분한 차분해요 성실한 성실해요 똑똑한 똑똑해요 좋은 좋아요 좋아하는 멋진 멋져요 귀여운 귀여워요 상냥한 솔직한 편한 편안한 활발한
배려 배려심 마음 웃음 미소 이야기 말 말을 생각 도움 시간 하루 오늘 먼저 함께 같이 혼자 곁에 잘 잘해요 잘하는

優しい やさしい 面白い おもしろい 楽しい 明るい 元気 静か 真面目 まじめ 親切 いい 良い よい すごい かわいい 可愛い かっこいい 頼れる 頼もしい 素敵 素直
笑顔 笑う 笑い 話 話す 聞く 心 気持ち 時間 日 一緒 いっしょ 自分 みんな 周り 気 手 目 言葉 考え 好き 大切 上手 得意
`.split(/\s+/);

/** Every text of the questionnaire: its words are the product's own. */
function questionnaireTexts(): string[] {
  const { wording } = questionnaireOf(QUESTIONNAIRE_VERSION);
  return Object.values(wording).flatMap(({ items, ownItems, words, texts, wordsQuestion }) =>
    [items, ownItems, words, texts, [wordsQuestion]].flatMap((some) => Object.values<string>(some)),
  );
}

/** Texts whose words are ordinary: one of them alone in a portrait is not taken from a friend. */
export const ordinaryTexts = (): string[] => [
  ...portraitWords,
  ...questionnaireTexts().map((text) => text.replaceAll('{name}', ' ')),
];
