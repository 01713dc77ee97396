import { found, ok, type Check } from '../finding'

const numbers = (version: string): number[] =>
  version
    .replace(/^[^\d]*/, '')
    .split('.')
    .map(Number)

const isOlder = (version: string, than: string): boolean => {
  const [have, want] = [numbers(version), numbers(than)]
  const at = want.findIndex((number, place) => number !== (have[place] ?? 0))
  return at >= 0 && (have[at] ?? 0) < (want[at] ?? 0)
}

/** Node against `engines` of package.json, which is a lower bound. */
export const node: Check = {
  name: 'node',
  run: ({ node: version, engines }) =>
    isOlder(version, engines)
      ? [
          found(
            'error',
            `Node.js ${version} is older than ${engines}.`,
            'Install the version in .nvmrc.',
          ),
        ]
      : [ok(`Node.js ${version} is new enough.`)],
}
