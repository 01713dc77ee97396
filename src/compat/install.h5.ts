import type { Shells } from './shells'

/** There is no `wx` in a browser: import the shells from src/compose.ts. */
export const installShells = (shells: Shells): void => void shells
