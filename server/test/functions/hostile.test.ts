import { findIsolation, type Isolation } from '../../src/functions/isolation'
import { runInProcess } from '../../src/functions/run-process'
import type { Deed } from '../kit/hostile/deed'
import { ENDLESS_DEEDS, LIMIT_MS } from '../kit/hostile/endless'
import { RESOURCE_DEEDS } from '../kit/hostile/resources'

let isolation: Isolation
beforeAll(async () => {
  isolation = await findIsolation()
})

const run = ({ source }: Deed, limitMs: number) =>
  runInProcess(
    isolation.starter,
    { source, event: '{"data":null}', limitMs },
    async () => null,
    new AbortController().signal,
  )

describe('a cloud function that never ends', () => {
  it.each(Object.entries(ENDLESS_DEEDS))(
    'a cloud function that never ends and %s is ended at its limit',
    async (_, deed) => {
      const began = performance.now()
      expect(await run(deed, LIMIT_MS)).toEqual(deed.end)
      expect(performance.now() - began).toBeLessThan(10 * LIMIT_MS)
    },
  )
})

describe('a cloud function that wants too much', () => {
  it.each(Object.entries(RESOURCE_DEEDS))(
    'a cloud function that takes too much and %s ends with an error',
    async (_, deed) => {
      // Without limits of the kernel it would take the memory of the machine.
      if (isolation.gaps.includes('memory')) return
      expect(await run(deed, 30_000)).toMatchObject(deed.end)
    },
  )
})
