/** So much of a crash as every run of the tests affords; `npm run bench:crash -w server` makes fifty. */
export const FEW = { kills: 2, writers: 4 } as const
