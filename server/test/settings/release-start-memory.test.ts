import { getHeapSpaceStatistics } from 'node:v8'
import { releaseStartMemory } from '../../src/release-start-memory'

const SOME_BYTES = 4 * 2 ** 20
const [major = ''] = process.versions.node.split('.')

const youngBytes = () =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0

const fillYoungSpace = () => {
  const kept: object[] = []
  while (youngBytes() <= SOME_BYTES) kept.push({ n: kept.length })
}

describe('the memory of a start', () => {
  it('the memory of a start is given back where Node can, and gc stays hidden from all other code', () => {
    fillYoungSpace()
    releaseStartMemory()
    if (Number(major) < 22) expect(youngBytes()).toBeGreaterThan(SOME_BYTES)
    else expect(youngBytes()).toBeLessThan(SOME_BYTES)
    expect(globalThis.gc).toBeUndefined()
  })
})
