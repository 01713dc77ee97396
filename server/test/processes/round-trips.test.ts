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

  const silentLogin = (person = 'alice') =>
    client.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code: codesOf(simulator)(person), create_user: true },
    })

  const cost = async <T>(act: () => Promise<T>): Promise<[T, number]> => {
    const before = counter.roundTrips()
    const result = await act()
    return [result, counter.roundTrips() - before]
  }

  it('a first silent login that makes an account takes one database round trip, like that of a known person', async () => {
    // What the server does at its start may come between: the least of several is the sign-in's own.
    const firsts: number[] = []
    for (const person of ['bob', 'carol', 'dave', 'alice']) {
      const [first, creating] = await cost(() => silentLogin(person))
      expect(first.status).toBe(201)
      firsts.push(creating)
    }
    expect(Math.min(...firsts)).toBe(1)

    const [again, knowing] = await cost(() => silentLogin())
    expect(again.status).toBe(201)
    expect(knowing).toBe(1)
  })

  it('a signed-in read of one’s own user takes one database round trip', async () => {
    const { body } = await silentLogin()
    const { id } = body['user_info'] as { id: number }
    const token = String(body['token'])
    const [read, reading] = await cost(() =>
      client.call('GET', `/hserve/v2.5/user/info/${id}/`, { token }),
    )
    expect(read.status).toBe(200)
    expect(reading).toBe(1)
  })

  // What the server does at its start may come between: the least of several is the act's own.
  const leastOf = async (act: (index: number) => Promise<{ status: number }>) => {
    const costs: number[] = []
    for (const index of [0, 1, 2]) {
      const [answer, roundTrips] = await cost(() => act(index))
      expect(answer.status).toBe(201)
      costs.push(roundTrips)
    }
    return Math.min(...costs)
  }

  it('an anonymous sign-up takes two database round trips: the limit of its address is counted before anything is made', async () => {
    expect(await leastOf(() => client.call('POST', '/hserve/v2.0/login/anonymous/', {}))).toBe(2)
  })

  it('a registration takes six database round trips, a sign-in by password five', async () => {
    const body = (index: number) => ({ email: `p${index}@example.com`, password: 'brisk-heron-17' })
    const call = (act: string) => (index: number) =>
      client.call('POST', `/hserve/v2.1/${act}/email/`, { body: body(index) })
    expect(await leastOf(call('register'))).toBe(6)
    expect(await leastOf(call('login'))).toBe(5)
  })
})
