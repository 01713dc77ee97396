import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')

it('the README shows the test that runs here, for a bundle and a folder of its reader’s own', () => {
  const [, shown] = /```ts\n([\s\S]+?)```/.exec(read('../../host/README.md')) ?? []
  const forReaders = read('./refused-phone-number.test.ts')
    .replace("import { foreignBundle } from './foreign-bundle'\n", '')
    .replaceAll("from '../../", "from '../simulator/")
    .replace('foreignBundle()', "'dist/weapp'")
  expect(shown).toBe(forReaders)
})
