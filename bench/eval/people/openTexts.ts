import type { Locale } from '../../../src/locale.js';
import type { TextId } from '../../../src/measurement/questionnaire/items.js';

/** Open texts of simulated friends, long enough that a word-for-word repetition is detected. */
export const openTexts: Record<Locale, Record<TextId, readonly string[]>> = {
  EN: {
    OT1: [
      'brings a second umbrella on sunny days, just in case somebody forgot theirs',
      'names every plant in the kitchen and says goodnight to each one of them',
      'keeps a list of bridges that still have to be crossed on foot at least once',
    ],
    OT2: [
      'makes tea first, then takes a sheet of paper and draws three ways out of it',
      'goes quiet for an hour and comes back with a plan that somehow works',
      'laughs a bit too loudly and starts to clean the whole flat at midnight',
    ],
    OT3: [
      'Give me ten minutes and a map, and we will all be home before the rain',
      'I have not decided yet, but my shoes are already on, so come along',
      'Sit down, the story is not over and I promise you will like the ending',
    ],
  },
  KO: {
    OT1: [
      '비가 안 오는 날에도 남에게 빌려줄 우산을 하나 더 가지고 다녀요',
      '부엌에 있는 화분마다 이름을 붙여 주고 밤마다 인사를 해요',
      '걸어서 건너 보고 싶은 다리 목록을 수첩에 몇 년째 적고 있어요',
    ],
    OT2: [
      '먼저 차부터 끓이고 종이 한 장에 빠져나갈 길을 세 가지나 그려요',
      '한 시간쯤 조용히 있다가 신기하게도 잘 통하는 계획을 들고 나타나요',
      '괜히 크게 웃고 나서 한밤중에 온 집 안을 청소하기 시작해요',
    ],
    OT3: [
      '지도 한 장이랑 십 분만 주면 비 오기 전에 다들 집에 갈 수 있어',
      '아직 정하진 않았는데 신발은 벌써 신었으니까 일단 같이 나가자',
      '이야기는 언제나 하나 더 남아 있고 이번 건 끝이 참 좋아',
    ],
  },
  JA: {
    OT1: [
      '晴れた日でも誰かに貸すための傘をもう一本かばんに入れて歩いています',
      '台所の植木鉢に一つずつ名前をつけて毎晩おやすみと声をかけています',
      'いつか歩いて渡りたい橋の一覧を何年も手帳に書きためています',
    ],
    OT2: [
      'まずお茶をいれてから紙を一枚出して抜け道を三つ描いてみせます',
      '一時間ほど黙りこんだあと不思議とうまくいく計画を持って戻ってきます',
      '少し大きすぎる声で笑ってから真夜中に家じゅうの掃除を始めます',
    ],
    OT3: [
      '地図と十分だけくれたら雨が降る前にみんなを家まで連れて帰るよ',
      'まだ決めていないけれど靴はもう履いたから一緒に出かけようよ',
      '話はいつでももう一つ残っていて今度のは終わり方がとてもいいんだ',
    ],
  },
};
