import { configureGlobal, readConfigureGlobal } from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a failure is the change's own. `SEED=random npm test` draws
 * new ones, and `SEED=N` those of a run that failed.
 */
const { SEED = "20260214" } = process.env;
if (SEED !== "random") configureGlobal({ ...readConfigureGlobal(), seed: Number(SEED) });
