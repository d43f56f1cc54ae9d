import { setTimeout as wait } from 'node:timers/promises';
import { type FriendView, threeFriends } from '../../client/friends.js';
import type { SeededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import type { Ledger } from './ledger.js';
import type { ChaosSurvey } from './owners.js';

/** How the answers come in. */
export interface FriendLoad {
  /** Answers that begin to be sent, in a second. They do not wait for one another. */
  perSecond: number;
  /** Most answers that are on their way at once: a bound for the harness, above it friends come later. */
  atOnce: number;
  /** Answers in all; the friends stop there. */
  most: number;
  /** How many friends a survey has. */
  friends(): number;
  /** Surveys that are being answered at the same time. */
  surveysAtOnce: number;
  newSurvey(): Promise<ChaosSurvey>;
  /** Called with each new survey. */
  onSurvey(survey: ChaosSurvey): void;
}

/** The most friends that answer in the same moment. */
const MAX_BURST = 10;

interface OpenSurvey extends ChaosSurvey {
  left: number;
  /** All its friends answer in the same moment. */
  isBurst: boolean;
}

/**
 * Friends answer many surveys at the same time, in any order, until `signal` is aborted or there are enough.
 * @returns once every answer that was begun is accepted
 */
export async function friendsAnswer(
  ledger: Ledger,
  load: FriendLoad,
  random: SeededRandom,
  signal: AbortSignal,
): Promise<void> {
  const open: OpenSurvey[] = [];
  let making = 0;
  let failure: Error | undefined;
  const sending = new Set<Promise<void>>();
  const fail = (error: Error): void => void (failure ??= error);

  const openAnother = async (): Promise<void> => {
    making += 1;
    try {
      const survey = await load.newSurvey();
      load.onSurvey(survey);
      const left = load.friends();
      open.push({ ...survey, left, isBurst: left <= MAX_BURST && random.next() < 0.3 });
    } finally {
      making -= 1;
    }
  };
  const send = (survey: OpenSurvey): void => {
    survey.left -= 1;
    const sent = ledger.submit(survey.id, survey.slug, someView(random)).catch(fail);
    sending.add(sent);
    void sent.finally(() => sending.delete(sent));
  };

  let due = performance.now();
  while (!signal.aborted && ledger.entries.length < load.most && failure === undefined) {
    while (open.length + making < load.surveysAtOnce) void openAnother().catch(fail);
    const survey = open[Math.floor(random.next() * open.length)];
    if (survey === undefined || sending.size >= load.atOnce) {
      await wait(20);
      due = Math.max(due, performance.now() - 1000);
      continue;
    }
    const count = survey.isBurst ? survey.left : 1;
    for (let sent = 0; sent < count; sent += 1) send(survey);
    if (survey.left === 0) open.splice(open.indexOf(survey), 1);
    due += (count * 1000) / load.perSecond;
    const ahead = due - performance.now();
    if (ahead > 0) await wait(ahead);
  }
  await Promise.all(sending);
  if (failure !== undefined) throw failure;
}

/** What a friend thinks: near one of three views. */
function someView(random: SeededRandom): FriendView {
  const view = threeFriends[Math.floor(random.next() * threeFriends.length)]!;
  const shifted = Object.entries(view.traits).map(([id, score]) => [id, score + random.between(-1, 1)]);
  return { ...view, traits: Object.fromEntries(shifted) as FriendView['traits'] };
}
