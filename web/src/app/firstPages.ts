import type { Component } from 'vue';

/**
 * The pages on which people arrive. They share most of their code, so the build puts them in one file.
 */
export const firstPages = import.meta.glob<Component>(
  ['../features/answer/AnswerPage.vue', '../features/landing/LandingPage.vue'],
  { eager: true, import: 'default' },
);
