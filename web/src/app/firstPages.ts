import type { Component } from 'vue';

/**
 * The pages that people see before they have an account. They share most of their code, so the build puts
 * them in one file.
 */
export const firstPages = import.meta.glob<Component>(
  [
    '../features/answer/AnswerPage.vue',
    '../features/landing/LandingPage.vue',
    '../features/receipt/ThanksPage.vue',
  ],
  { eager: true, import: 'default' },
);
