import { once } from 'node:events'
import { connect } from 'node:net'
import { openDesk, type Answer, type Desk } from './kit/desk'
import { phoneInHand } from './kit/phone-in-hand'
import { slowUpload, type SlowUpload } from './kit/slow-upload'
import { photo, storage } from './kit/storage'

let desk: Desk
let token: string
let picture: Buffer
beforeAll(async () => {
  desk = await openDesk()
  token = (await phoneInHand(desk).signIn('alice')).token
  picture = await photo('png')
}, 30_000)
afterAll(() => desk.close())

const leave = async (): Promise<Record<string, string>> => {
  const { policy, authorization } = (await storage(desk).ask(token)).body
  return { policy, authorization }
}

/** Lets all uploads end once the first has been answered: gives that answer, and the statuses of all. */
const firstAndAll = async (uploads: readonly SlowUpload[]): Promise<[Answer, number[]]> => {
  const first = await Promise.race(uploads.map(({ answer }) => answer))
  for (const { finish } of uploads) finish()
  const answers = await Promise.all(uploads.map(({ answer }) => answer))
  return [first, answers.map(({ status }) => status).sort()]
}

describe('a file whose leave came before it', () => {
  it('is refused unread when the leave is not of this server, or expired', async () => {
    const old = await leave()
    desk.clock.advance(10 * 60_000)
    for (const before of [old, { policy: 'made-up', authorization: 'made-up' }]) {
      const { answer, finish } = slowUpload(desk, '/files/', picture, { before })
      const { status, body } = await answer
      expect([status, body.status]).toEqual([403, 'error'])
      finish()
    }
  })

  it('is refused unread on a connection, too, which serves the next request', async () => {
    const port = Number(new URL(await desk.app.listen({ host: '127.0.0.1', port: 0 })).port)
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

  it('is one of eight at once; a ninth is told to come again, and finds a seat then', async () => {
    const leaves = await Promise.all(Array.from({ length: 9 }, leave))
    const begin = (before: Record<string, string>) =>
      slowUpload(desk, '/files/', picture, { before })
    const [first, all] = await firstAndAll(leaves.map(begin))
    expect(first).toEqual({
      status: 503,
      body: { status: 'error', error_msg: expect.any(String), retry_after: 1 },
    })
    expect(all).toEqual([...Array(8).fill(200), 503])

    const again = begin(await leave())
    again.finish()
    expect((await again.answer).status).toBe(200)
  })
})

describe('a file that comes before its leave, as the vendor’s web build sends it', () => {
  it('is kept with a good one and refused without', async () => {
    for (const [after, status] of [
      [await leave(), 200],
      [{}, 403],
    ] as const) {
      const { answer, finish } = slowUpload(desk, '/files/', picture, { after })
      finish()
      expect((await answer).status).toBe(status)
    }
  })

  it('is one of two at once, and takes no seat from those who show their leave', async () => {
    const strangers = Array.from({ length: 3 }, () => slowUpload(desk, '/files/', picture, {}))
    const first = await Promise.race(strangers.map(({ answer }) => answer))
    expect(first.status).toBe(503)
    const member = slowUpload(desk, '/files/', picture, { before: await leave() })
    member.finish()
    expect((await member.answer).status).toBe(200)
    expect((await firstAndAll(strangers))[1]).toEqual([403, 403, 503])
  })
})

describe('a picture to be judged', () => {
  it('is one of eight at once', async () => {
    const headers = {
      'x-hydrogen-client-id': 'starter-dev',
      authorization: `Hydrogen-r1 ${token}`,
    }
    const begin = () => slowUpload(desk, '/hserve/v2.6/censor-image/', picture, { headers })
    const [first, all] = await firstAndAll(Array.from({ length: 9 }, begin))
    expect(first.status).toBe(503)
    expect(all).toEqual([...Array(8).fill(200), 503])
  })
})

describe('a request that never ends', () => {
  it('is ended by the server after two minutes', () => {
    expect(desk.app.server.requestTimeout).toBe(120_000)
  })
})
