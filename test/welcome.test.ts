import { expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { welcome } from '../src/welcome.js';

it('the startup message shows where a model is, without what may be a secret in its address', () => {
  const config = readConfig({
    OPENAI_BASE_URL: 'https://user:hunter2@models.example/v1?key=hunter3#hunter4',
    OPENAI_TEXT_MODEL: 'pen-1',
  });
  const text = welcome(config, null, [{ role: 'text', model: 'pen-1', warning: null }]);
  expect(text).toContain('pen-1 (https://models.example/v1)');
  expect(text).not.toContain('hunter');
});
