import fc from 'fast-check';

// Every run checks the same cases. `FC_SEED=<number> npx vitest run …` checks others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261123) });
