import type { Component } from 'vue';

/** What people see who come by a link, before they have an account. These pages share most of what they need, and come in one file. */
export const firstPages = import.meta.glob<Component>('../pages/first/*.vue', {
  eager: true,
  import: 'default',
});
