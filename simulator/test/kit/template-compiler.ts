import { modulesOfWorker } from './modules-of-worker'

/** Stands in for the compiler of templates in test files: the one that their environment, `phones.ts`, has loaded. */
export const { TmplGroup } = modulesOfWorker().compiler
