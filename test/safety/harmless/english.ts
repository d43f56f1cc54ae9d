/** Everyday English with die, kill, dead, hurt and cut in it, and plain talk with a mirror. */
export const english = `
We want to die our hair pink, I mean dye.
I'm thinking about dying my hair blue.
I see no point in living downtown.
Self harmony is my goal this year.
Drop dead gorgeous, that dress.
This homework is killing me.
I'm dying of laughter.
I nearly died laughing at her joke.
I was dead tired after the trip.
We are just killing time until the train comes.
That cake is to die for.
My phone died again.
The battery is dying, talk later!
My feet are killing me in these shoes.
You killed it on stage last night!
She would kill for that job.
Curiosity killed the cat.
I'm dying to see the new film.
Over my dead body will he drive my car.
Dead on time, as always.
I almost died of embarrassment.
I want to die of embarrassment every time they sing.
I could die laughing at these photos.
The plants died while we were away.
My grandmother died last year and I miss her.
Old habits die hard.
Die Hard is his favourite film.
Never say die!
The deadline is killing us all.
Let's kill two birds with one stone.
He has a killer smile.
That workout was murder.
I cut myself shaving this morning.
Careful, I cut myself on that paper.
I need to cut myself some slack.
I hurt myself playing football on Sunday.
I burned myself cooking rice.
She hurt my feelings a little.
I don't want to die, I want to see the world first.
I don't want to live in a big city.
I don't want to live with my brother anymore.
I'm tired of living out of a suitcase.
I'm tired of life in the city.
We watched Suicide Squad on Friday.
Posting that would be career suicide.
Our coach makes us run suicide sprints.
I really shot myself in the foot with that email.
I drown myself in work sometimes.
I ran 5 kms this morning.
It's 20 kms from here to the beach.
The joke fell dead flat.
Dead right, you know me well.
Is the dodo a dead species?
The villain kills the king in act two.
In the game I keep dying at the last boss.
How do I kill this process in Linux?
I hate waking up on Mondays.
I don't want to wake up early tomorrow.
He ended the show with a song.
I want to end my lecture on time.
Take my life advice with a grain of salt.
It is a matter of life and death in chess.
She jumped off the diving board first.
I want to jump into the lake with my friends.
I would rather die than eat olives, honestly.
You slay, queen!
The suspense is killing me.
I'm dead 💀💀 that meme
My back is killing me after moving day.
Who am I to my friends?
Do they think I am funny or just loud?
How do I become a little more outgoing?
What would my friends say about my cooking?
I had a long day and want to sleep.
I feel a bit sad because the holidays are over.
I cried at the end of the film.
Would my friends call me lonely?
I'm so tired, work was a lot today.
I hate my haircut.
I failed my exam and I'm upset.
`
  .trim()
  .split('\n');
