/** Stands in for jsdom in test files: the one that their environment, `phones.ts`, has loaded. */
export const { JSDOM } = (globalThis as unknown as { jsdom: typeof import('jsdom') }).jsdom
