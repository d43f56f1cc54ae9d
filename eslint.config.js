import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.data',
      '.tools',
      'operations/generated',
      'src/**/generated',
      'web/dist',
      'web/public',
      'web/src/**/generated',
      '**/*.mjs',
      'eslint.config.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.vue'] } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['web/**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // prettier's business
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always', normal: 'always', component: 'always' } }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // Optional booleans are false, as in HTML.
      'vue/no-boolean-default': 'error',
      // Words come from messages/ and from people: as text, never as markup.
      'vue/no-v-html': 'error',
      'no-undef': 'off',
    },
  },
  // A composable hands out its verbs: they are closures and know no `this`.
  { files: ['web/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['src/**'], rules: { 'no-console': 'error' } },
  // What the oldest supported browsers lack; see web/build/supportedBrowsers.ts.
  {
    ...compat.configs['flat/recommended'],
    files: ['web/src/**'],
    settings: {
      browsers: ['chrome 111', 'edge 111', 'firefox 115', 'ios_saf 16.4', 'safari 16.4'],
      // The code asks whether it is there, which the rule does not see.
      polyfills: ['Intl.Segmenter'],
    },
  },
);
