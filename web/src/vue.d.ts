// For tools that only read TypeScript. vue-tsc infers the real type of each component.
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent;
  export default component;
}
