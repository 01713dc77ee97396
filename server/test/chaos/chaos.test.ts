import { startSimulator } from '../../../simulator/index'
import { codesOf } from '../kit/codes'
import { startPostgres } from '../kit/postgres'
import { startServerProcess } from '../kit/server-process'
import { harmPostgres } from './harm-postgres'
import { withstand } from './withstand'

/** So much as every run of the tests affords; `npm run bench:chaos -w server` takes twenty rounds. */
const FEW = { rounds: 2, writers: 3, cuts: 5 } as const

describe('a server whose PostgreSQL restarts and whose connections are cut, under load', () => {
  it('a server whose PostgreSQL restarts under load lives, answers no 500, loses no acknowledged write and comes back by itself', async () => {
    const simulator = await startSimulator({ port: 0 })
    // A cluster of its own, because it is killed.
    const postgres = await startPostgres()
    const url = await postgres.createDatabase()
    const env = { DATABASE_URL: url, WECHAT_API_BASE: simulator.url, TRUSTED_PROXIES: '1' }
    const server = await startServerProcess(env)
    const onCut = jest.fn()
    const { tally, acknowledged, lost } = await withstand({
      ...FEW,
      url: () => server.url,
      codeOf: codesOf(simulator),
      harm: harmPostgres(postgres, url, FEW.cuts, onCut),
    })

    expect(lost).toEqual([])
    expect(tally.faults).toEqual([])
    expect(tally.unhelpful).toEqual([])
    expect(tally.unavailable).toBeGreaterThan(0)
    expect(acknowledged).toBeGreaterThan(0)
    expect(onCut).toHaveBeenCalledTimes(FEW.rounds * FEW.cuts)
    // A code: it has lived until it was asked to stop, and ended in order.
    await server.stop()
    expect(await server.ended).toBe(0)
    await Promise.all([postgres.stop(), simulator.close()])
  }, 180_000)
})
