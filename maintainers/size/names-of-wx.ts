import { readFileSync } from 'node:fs'

/** The names of all members that `wx` has. */
export const namesOfWx = (): readonly string[] =>
  Object.keys(JSON.parse(readFileSync('simulator/wx/catalogue.json', 'utf8')) as object)
