import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SubscriberOrder, SubscriberReport } from './subscriberMessages.js';

/** Subscribers in a process of their own. */
export interface SubscriberLoad extends AsyncDisposable {
  /** Sends an order whose report is due later: the returned promise settles with it. */
  run<Is extends SubscriberReport['is']>(
    order: SubscriberOrder,
    is: Is,
  ): Promise<SubscriberReport & { is: Is }>;
}

/** Starts the process. One order at a time. */
export async function startSubscriberLoad(): Promise<SubscriberLoad> {
  const child = fork(join(import.meta.dirname, 'subscriberProcess.ts'), [], {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  const exited = once(child, 'exit');
  const report = async <Is extends SubscriberReport['is']>(
    is: Is,
  ): Promise<SubscriberReport & { is: Is }> => {
    for (;;) {
      const gone = exited.then(() => Promise.reject(new Error('The subscribers ended.')));
      const [message] = (await Promise.race([once(child, 'message'), gone])) as [SubscriberReport];
      if (message.is === is) return message as SubscriberReport & { is: Is };
    }
  };
  await report('ready');
  return {
    run(order, is) {
      const answer = report(is);
      child.send(order);
      return answer;
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
