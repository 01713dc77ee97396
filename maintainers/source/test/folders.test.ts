import { readFileSync } from 'node:fs'
import { trackedFiles } from '../tracked-files'

const MAKES = /\bmkdtemp(?:Sync)?\(/
const REMOVES = /\brm(?:Sync)?\(/

const makers = trackedFiles('test', 'server/test', 'simulator/test', 'maintainers')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => MAKES.test(text))

describe('the folders that tests make', () => {
  it('no test file makes a folder that it does not remove', () => {
    expect(makers.length).toBeGreaterThan(10)
    expect(makers.filter(({ text }) => !REMOVES.test(text)).map(({ file }) => file)).toEqual([])
  })
})
