import fc from 'fast-check';

// A suite that is green today is green tomorrow: other cases than these are looked for with `FC_SEED=<number> npx vitest run …`.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261123) });
