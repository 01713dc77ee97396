import { once } from 'node:events'
import { connect } from 'node:net'
import { PACE_WINDOW_MS } from '../../src/files/pace'
import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { ALL_BUT_INTERVALS } from '../kit/fake-timers'
import { phoneInHand } from '../kit/phone-in-hand'
import { slowUpload, type SlowUpload } from '../kit/slow-upload'
import { photo, storage } from '../kit/storage'

let server: TestServer
let token: string
let picture: Buffer
beforeAll(async () => {
  server = await openTestServer()
  token = (await phoneInHand(server).signIn('alice')).token
  picture = await photo('png')
}, 120_000)
afterAll(() => server.close())

const permit = async (of = token): Promise<Record<string, string>> => {
  const { policy, authorization } = (await storage(server).ask(of)).body
  return { policy, authorization }
}

/** The tokens of so many people. */
const tokensOf = (people: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: people }, async (_, i) => {
      const { token: theirs } = await phoneInHand(server).signIn(`person-${i}`)
      return theirs
    }),
  )

/** Lets all uploads end once the first has been answered: returns that answer, and the statuses of all. */
const firstAndAll = async (uploads: readonly SlowUpload[]): Promise<[Answer, number[]]> => {
  const first = await Promise.race(uploads.map(({ answer }) => answer))
  for (const { finish } of uploads) finish()
  const answers = await Promise.all(uploads.map(({ answer }) => answer))
  return [first, answers.map(({ status }) => status).sort()]
}

describe('a file whose permit came before it', () => {
  it('a file whose permit came before it is refused unread when the permit is not of this server, or expired', async () => {
    const old = await permit()
    server.clock.advance(10 * 60_000)
    for (const before of [old, { policy: 'made-up', authorization: 'made-up' }]) {
      const { answer, finish } = slowUpload(server, '/files/', picture, { before })
      const { status, body } = await answer
      expect([status, body.status]).toEqual([403, 'error'])
      finish()
    }
  })

  it('a file whose permit came before it is refused unread on a connection, too, which serves the next request', async () => {
    const port = Number(new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })).port)
    const socket = connect(port, '127.0.0.1')
    const field = (name: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nmade-up\r\n`
    const file =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nits first bytes'
    const head = `${field('policy')}${field('authorization')}${file}`
    const rest = 4 * 1024 * 1024
    socket.write(
      `POST /files/ HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${head.length + rest}\r\n\r\n${head}`,
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 403 /)

    socket.write(Buffer.alloc(rest))
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    const [next] = (await once(socket, 'data')) as [Buffer]
    expect(next.toString()).toMatch(/^HTTP\/1.1 200 /)
    socket.destroy()
  })

  it('a file whose permit came before it is one of eight at once; a ninth is refused, and takes a slot later', async () => {
    const leaves = await Promise.all((await tokensOf(9)).map((theirs) => permit(theirs)))
    const begin = (before: Record<string, string>, i = 0) =>
      slowUpload(server, '/files/', picture, { before, from: `198.51.100.${i % 3}` })
    const [first, all] = await firstAndAll(leaves.map(begin))
    expect(first).toEqual({
      status: 503,
      body: {
        status: 'error',
        error_code: 'uploads_busy',
        error_msg: expect.any(String),
        retry_after: 1,
      },
    })
    expect(all).toEqual([...Array(8).fill(200), 503])

    const again = begin(await permit())
    again.finish()
    expect((await again.answer).status).toBe(200)
  })
})

describe('what one sender holds', () => {
  const begin = (before: Record<string, string>) =>
    slowUpload(server, '/files/', picture, { before })

  it('an open upload takes one place per permit and two per person, while others are served', async () => {
    const [one, another, third] = [await permit(), await permit(), await permit()]
    const twelve = Array.from({ length: 12 }, () => begin(one))
    const refused = await Promise.race(twelve.map(({ answer }) => answer))
    expect(refused.status).toBe(403)
    const second = begin(another)
    const beyond = await begin(third).answer
    expect([beyond.status, beyond.body.error_code]).toEqual([429, 'uploads_at_once'])

    const others = await Promise.all((await tokensOf(6)).map((theirs) => permit(theirs)))
    const theirs = others.map((before) =>
      slowUpload(server, '/files/', picture, { before, from: '198.51.100.7' }),
    )
    for (const { finish } of theirs) finish()
    const answers = await Promise.all(theirs.map(({ answer }) => answer))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))

    for (const { finish } of [...twelve, second]) finish()
    const own = await Promise.all(twelve.map(({ answer }) => answer))
    expect(own.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(403)])
    expect((await second.answer).status).toBe(200)
    const again = begin(third)
    again.finish()
    expect((await again.answer).status).toBe(200)
  })

  it('an open upload is lost when it sends nothing for ten seconds, or next to nothing', async () => {
    const before = await permit()
    jest.useFakeTimers({ doNotFake: ALL_BUT_INTERVALS })
    try {
      const stalled = begin(before)
      while (jest.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
      jest.advanceTimersByTime(PACE_WINDOW_MS)
      const { status, body } = await stalled.answer
      expect([status, body.error_code]).toEqual([408, 'upload_too_slow'])
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('a file that comes before its permit, as the vendor’s web build sends it', () => {
  it('a file that comes before its permit is kept with a good one and refused without', async () => {
    for (const [after, status] of [
      [await permit(), 200],
      [{}, 403],
    ] as const) {
      const { answer, finish } = slowUpload(server, '/files/', picture, { after })
      finish()
      expect((await answer).status).toBe(status)
    }
  })

  it('a file that comes before its permit is one of two of an address, and takes no slot from those who show their permit', async () => {
    const strangers = Array.from({ length: 3 }, () => slowUpload(server, '/files/', picture, {}))
    const first = await Promise.race(strangers.map(({ answer }) => answer))
    expect(first.status).toBe(429)
    const member = slowUpload(server, '/files/', picture, { before: await permit() })
    member.finish()
    expect((await member.answer).status).toBe(200)
    expect((await firstAndAll(strangers))[1]).toEqual([403, 403, 429])
  })
})

describe('a picture to be judged', () => {
  const beginCheck = (theirs: string, i = 0) => {
    const headers = {
      'x-hydrogen-client-id': 'starter-dev',
      authorization: `Hydrogen-r1 ${theirs}`,
    }
    const from = `198.51.100.${i % 3}`
    return slowUpload(server, '/hserve/v2.6/censor-image/', picture, { headers, from })
  }

  it('a picture to be judged is one of eight at once', async () => {
    const [first, all] = await firstAndAll((await tokensOf(9)).map(beginCheck))
    expect(first.status).toBe(503)
    expect(all).toEqual([...Array(8).fill(200), 503])
  })

  it('a picture to be judged is one of two of a person', async () => {
    const [first, all] = await firstAndAll(Array.from({ length: 3 }, () => beginCheck(token)))
    expect(first.status).toBe(429)
    expect(all).toEqual([200, 200, 429])
  })
})

describe('a request that never ends', () => {
  it('a request that never ends is ended by the server after two minutes', () => {
    expect(server.app.server.requestTimeout).toBe(120_000)
  })
})
