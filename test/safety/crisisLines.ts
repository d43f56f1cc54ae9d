const linesOf = (text: string): string[] => text.trim().split('\n');

/** What somebody in a crisis may write, plainly and in disguise. */
export const crisisLines = {
  EN: linesOf(`
I'd rather be dead
nobody would miss me
I relapsed and cut my thighs
I wish I could go to sleep and never wake up
sometimes I think about dying and it calms me
why am I even alive
I want to disappear
I was cutting myself again
I hope I don't wake up tomorrow
I took all of my pills
I want to die.
i just wanna die
I'm going to kill myself tonight
I don't want to live anymore
I keep thinking about suicide
I’ve been having suicidal thoughts again
I cut myself again last night
I want to hurt myself
Everyone would be better off without me
I wish I was dead
I wish I had never been born
There is no reason to live
I can't go on living like this, life isn't worth living
I want to end my life
I think about ending it all
i don't want to wake up tomorrow
I'm planning to overdose
I feel like jumping off a bridge
nobody would care if I died
I have nothing left to live for
my friend wants to kill herself and I don't know what to do
k i l l  m y s e l f
I want to d i e
i'm gonna k1ll mys3lf
thinking about su1c1de
s.u.i.c.i.d.e
I want to ki\u200bll my\u200bself
Ｉ ｗａｎｔ ｔｏ ｄｉｅ
i want to dieeeee
i want to unalive myself
I started self-harming again
I wаnt tо diе
thinking of $uicide
`),
  KO: linesOf(`
그냥 사라졌으면 좋겠어
나 같은 건 없어져야 해
매일 죽는 생각만 해
나 오늘 죽을 거야
죽으면 편해질까
왜 살아야 하는지 모르겠어
다리에서 뛰어내릴 거야
자해 흔적이 있어
죽고 싶어
진짜 죽고싶다
그냥 죽어버리고 싶어
자살하고 싶어요
자살 충동이 들어
요즘 자살 생각이 나
자해했어
자꾸 자해를 하게 돼
살기 싫어
더 이상 살고 싶지 않아
살 이유가 없어
사라지고 싶어
이 세상을 떠나고 싶다
태어나지 말았어야 했는데
차라리 죽는 게 낫겠어
내가 죽었으면 좋겠어
목숨을 끊고 싶어
손목을 그었어
옥상에서 뛰어내리고 싶어
극단적 선택을 생각했어
유서를 썼어
수면제를 모으고 있어
죽 고 싶 다
죽.고.싶.어
죽\u200b고 싶\u200b어
자.살 하고 싶다
자 살 하고 싶어
나 이제 죽을래
내 몸에 상처를 냈어
인생을 끝내고 싶어
`),
  JA: linesOf(`
腕を切りたくなる
消えちゃいたい
明日死ぬつもりです
死ねば楽になれるかな
しんでしまいたい
死にてえ
生きていくのがしんどい
死ぬ方法を教えて
死にたい
もう死にたいです
しにたい
シニタイ
ｼﾆﾀｲ
死 に た い
死.に.た.い
死\u200bにたい
自殺したい
自殺を考えています
消えたい
消えてしまいたい
いなくなりたい
もう生きたくない
生きていたくない
生きるのがつらい
生きている意味がない
生きるのに疲れた
死んだほうがましだ
死のうと思っています
リスカした
リストカットをやめられない
自分を傷つけてしまう
首を吊りたい
飛び降りたい
命を絶ちたい
生まれてこなければよかった
人生を終わらせたい
遺書を書きました
オーバードーズしてしまった
タヒにたい
楽に死ねる方法を教えて
`),
};
