import type { Backend } from '../answers/answers'
import type { Tree } from '../../code/tree'

const FILE = '.env'

/** `.env` without these variables: each goes with the comment above it. */
const without = (text: string, names: readonly string[]): string =>
  text
    .split('\n\n')
    .map((block) =>
      block
        .split('\n')
        .filter((line) => !names.some((name) => line.startsWith(`${name}=`)))
        .join('\n'),
    )
    .filter(
      (block) =>
        block.split('\n').some((line) => line !== '' && !line.startsWith('#')) || isHeading(block),
    )
    .join('\n\n')

/** Comments that stand alone are about what follows them. */
const isHeading = (block: string): boolean =>
  /^# (Settings of the app|What the app contains)/.test(block)

const set = (text: string, name: string, value: string): string =>
  text.replace(new RegExp(`^${name}=.*$`, 'm'), () => `${name}=${value}`)

/** Takes settings of removed features out of `.env`, and writes where the backend is. */
export const writeSettings = (tree: Tree, backend: Backend, removed: readonly string[]): void => {
  let text = without(tree.read(FILE), removed)
  if (backend.kind === 'hosted') {
    text = set(text, 'TARO_APP_BAAS_HOST', backend.host)
    text = set(text, 'TARO_APP_BAAS_CLIENT_ID', backend.clientId)
  }
  tree.write(FILE, text.endsWith('\n') ? text : `${text}\n`)
}
