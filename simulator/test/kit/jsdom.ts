import { modulesOfWorker } from './modules-of-worker'

/** Stands in for jsdom in test files: the one that their environment, `phones.ts`, has loaded. */
export const { JSDOM } = modulesOfWorker().jsdom
