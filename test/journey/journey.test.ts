import { startTestApp } from '../testkit/testApp.js';
import { describeJourney } from './describeJourney.js';

describeJourney('in one process', async () => {
  const test = await startTestApp();
  return { owners: test.url, friends: test.url, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() };
});
