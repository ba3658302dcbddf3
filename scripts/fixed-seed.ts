// Loaded before every test file: what the laws (fast-check properties) are tried on is the same in every run.
// `npm run test:long -- laws` tries them on new cases (decision 40).
import { configureGlobal, readConfigureGlobal } from "fast-check";

configureGlobal({ ...readConfigureGlobal(), seed: Number(process.env["LIFTLEDGER_LAW_SEED"] ?? 20_261_123) });
