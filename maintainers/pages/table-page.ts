import { readFileSync } from 'node:fs'

/** The rows of the tables of a Markdown page whose first cell matches, as their cells. */
export const tableRows = (page: string, first: RegExp): string[][] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([name = '']) => first.test(name))

/** Titles of the tests in a file, and of the rows that become titles. */
export const titlesIn = (file: string): string =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\s*(\(?(it|test)\b|\[?['"]|\](?: as const)?\S*\()/.test(line))
    .join('\n')
