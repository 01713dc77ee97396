import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { watchQueries } from '../kit/query-watch'
import { serverForFile } from '../kit/server-for-file'
import { photo, storage } from '../kit/storage'

const { server, hand } = serverForFile()

/** The statements that read the bytes of files, of those that `act` runs. */
const readingBytes = async (act: () => Promise<unknown>) => {
  const watch = watchQueries(server.context.db)
  await act()
  expect(watch.seen().length).toBeGreaterThan(0)
  return watch.seen().filter(({ text }) => text.includes('file_bytes'))
}

describe('the bytes of a file', () => {
  it('the bytes of a file are not read for a HEAD, whose headers are those of a GET', async () => {
    const { token } = await hand.signIn('alice')
    const url = `/files/${await storage(server).upload(token, await photo('png'))}`
    const head = () => server.app.inject({ method: 'HEAD', url })
    expect(await readingBytes(head)).toEqual([])

    const got = await server.app.inject({ url })
    const { statusCode, headers, rawPayload } = await head()
    expect([statusCode, rawPayload.length]).toEqual([200, 0])
    expect({ ...headers, date: '' }).toEqual({ ...got.headers, date: '' })
    expect(headers['content-length']).toBe(String(got.rawPayload.length))
  })

  it('the bytes of a file that is not there are missing to a HEAD as well', async () => {
    const { statusCode } = await server.app.inject({
      method: 'HEAD',
      url: `/files/${randomUUID()}`,
    })
    expect(statusCode).toBe(404)
  })

  it('the bytes of a file are not read when it may not be sent at the moment', async () => {
    const { token } = await hand.signIn('alice')
    const id = await storage(server).upload(token, await photo('png'))
    // As large as all receivers together may hold, and never sent: the next one finds no room.
    await server.context.db.execute(sql`update files set size = 128 * 1024 * 1024 where id = ${id}`)
    const held = server.app.inject(`/files/${id}`)
    const refused: number[] = []
    const reading = await readingBytes(async () => {
      const answers = await Promise.all([held, server.app.inject(`/files/${id}`)])
      refused.push(...answers.map(({ statusCode }) => statusCode))
    })
    expect(refused.sort()).toEqual([200, 503])
    expect(reading).toHaveLength(1)
  })

  it('the bytes of a file are not read to have it judged', async () => {
    const { token } = await hand.signIn('alice')
    const file_id = await storage(server).upload(token, await photo('png'))
    const path = '/hserve/v2.2/async-censor/'
    const judge = () => server.call('POST', path, { body: { file_id }, token })
    expect(await readingBytes(judge)).toEqual([])
    const { token: theirs } = await hand.signIn('bob')
    const { status } = await server.call('POST', path, { body: { file_id }, token: theirs })
    expect(status).toBe(404)
  })
})
