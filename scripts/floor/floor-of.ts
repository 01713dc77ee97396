import { readFileSync } from 'node:fs'

/** The engines that a .browserslistrc names, as one browserslist query. */
export const floorOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .join(', ')
