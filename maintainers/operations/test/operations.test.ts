import { readFile } from 'node:fs/promises'
import { cellsOf, costsOf, type Costs } from '../cost'
import { operations } from '../stories'
import { startRecordingProxy } from '../../../test/contract/differential/proxy'
import { openWorld } from '../../../test/contract/kit/world'

/** Requests an operation may take: docs/protocol.md 6.3, or less where we hold ourselves to less. */
const LIMITS: Readonly<Record<string, number>> = {
  'silent login': 1,
  'launch with a cached session': 0,
  'silent login of a stranger (404)': 1,
  'password login': 1,
  register: 2,
  'link flow from a cold start (404, login, link)': 3,
  getCurrentUser: 1,
  '5 × getCurrentUser at once': 1,
  'nickname update': 2,
  'phone login': 1,
  'phone update': 1,
  'WeChat profile update': 1,
  invoke: 1,
  'avatar upload': 2,
  logout: 1,
}

describe('what operations cost', () => {
  const costs: Costs[] = []

  beforeAll(async () => {
    const world = openWorld()
    const proxy = await startRecordingProxy(world.server)
    for (const operation of operations) costs.push(await costsOf(world, proxy, operation))
    await proxy.close()
  })

  it.each(Object.entries(LIMITS))('%s costs at most %i requests', (name, limit) => {
    const cost = costs.find((counted) => counted.name === name)
    expect(cost?.ours.requests).toBeLessThanOrEqual(limit)
  })

  it('every operation has a limit of requests', () => {
    expect(costs.map(({ name }) => name)).toEqual(Object.keys(LIMITS))
  })

  // docs/protocol.md 9.23
  it('a sign-in writes once while a caller waits; a launch reads once and writes nothing', () => {
    const storageOf = (name: string) => costs.find((cost) => cost.name === name)?.ours.storage
    expect(storageOf('silent login')).toBe(1)
    expect(storageOf('launch with a cached session')).toBe(1)
  })

  it('docs/operations.md says what operations cost (npm run operations writes it)', async () => {
    const lines = (await readFile('docs/operations.md', 'utf8')).split('\n')
    const rows = lines.filter((line) => line.startsWith('|')).slice(2)
    const cells = rows.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    expect(cells).toEqual(costs.map((cost) => cellsOf(cost).map(String)))
  })
})
