import { registerHooks } from 'node:module';

/** `node --import` this file: whoever imports or requires `electron`, our code or a package, gets the double. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
