import { startSimulator, type Simulator } from '../../../simulator/index'
import { codesOf } from '../kit/codes'
import { httpClient, type HttpClient } from '../kit/http-client'
import { anyPostgres } from '../kit/any-postgres'
import { startServerProcess, type ServerProcess } from '../kit/server-process'
import { countRoundTrips, type CountedPostgres } from '../kit/wire-counter'

describe('database round trips, counted on the wire', () => {
  let postgres: Awaited<ReturnType<typeof anyPostgres>>
  let simulator: Simulator
  let counter: CountedPostgres
  let server: ServerProcess
  let client: HttpClient

  beforeAll(async () => {
    ;[postgres, simulator] = await Promise.all([
      anyPostgres(),
      startSimulator({ port: 0, bound: 'every-app' }),
    ])
    counter = await countRoundTrips(await postgres.createDatabase())
    server = await startServerProcess({
      DATABASE_URL: counter.url,
      WECHAT_API_BASE: simulator.url,
    })
    client = httpClient(server.url)
  }, 120_000)
  afterAll(async () => {
    await server.stop()
    counter.close()
    await Promise.all([postgres.stop(), simulator.close()])
  })

  const silentLogin = () =>
    client.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code: codesOf(simulator)('alice'), create_user: true },
    })

  const cost = async <T>(act: () => Promise<T>): Promise<[T, number]> => {
    const before = counter.roundTrips()
    const result = await act()
    return [result, counter.roundTrips() - before]
  }

  it('a silent login of a known person makes one', async () => {
    const [first, creating] = await cost(silentLogin)
    expect(first.status).toBe(201)
    expect(creating).toBeGreaterThan(0)

    const [again, knowing] = await cost(silentLogin)
    expect(again.status).toBe(201)
    expect(knowing).toBe(1)
  })

  it('a signed-in read of one’s own user makes one', async () => {
    const { body } = await silentLogin()
    const { id } = body['user_info'] as { id: number }
    const token = String(body['token'])
    const [read, reading] = await cost(() =>
      client.call('GET', `/hserve/v2.5/user/info/${id}/`, { token }),
    )
    expect(read.status).toBe(200)
    expect(reading).toBe(1)
  })
})
