import { serverForFile } from '../kit/server-for-file'
import { slowUpload } from '../kit/slow-upload'
import { photo, storage } from '../kit/storage'
import { ALL_BUT_TIMEOUTS, hurry } from '../kit/fake-timers'

const { server, hand } = serverForFile()
let picture: Buffer
beforeAll(async () => {
  picture = await photo('png')
})

/** Permits of so many people, one each. */
const permitsOf = (people: number): Promise<Record<string, string>[]> =>
  Promise.all(
    Array.from({ length: people }, async (_, i) => {
      const { token } = await hand.signIn(`person-${i}`)
      const { policy, authorization } = (await storage(server).ask(token)).body
      return { policy, authorization }
    }),
  )

describe('the places of uploads', () => {
  it('the places of uploads are for one address six at most, whosever the files are, so that two are left to others', async () => {
    const permits = await permitsOf(8)
    const begin = (before: Record<string, string>, from: string) =>
      slowUpload(server, '/files/', picture, { before, from })
    const seven = permits.slice(0, 7).map((before) => begin(before, '203.0.113.5'))
    const refused = await Promise.race(seven.map(({ answer }) => answer))
    expect([refused.status, refused.body.error_code]).toEqual([503, 'uploads_busy'])

    const other = begin(permits[7] ?? {}, '203.0.113.6')
    other.finish()
    expect((await other.answer).status).toBe(200)
    for (const { finish } of seven) finish()
    const answers = await Promise.all(seven.map(({ answer }) => answer))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(6).fill(200), 503])
  })

  it('the places of uploads are not held by a form whose rest does not come within ten seconds after its file', async () => {
    const [before = {}] = await permitsOf(1)
    const field = '\r\n--b\r\nContent-Disposition: form-data; name="more"\r\n\r\n'
    const more = Buffer.from(field + 'x'.repeat(2 * picture.length))
    jest.useFakeTimers({ doNotFake: ALL_BUT_TIMEOUTS })
    try {
      // Half of it is sent: the picture, and a part of what comes after it.
      const form = Buffer.concat([picture, more])
      const { status, body } = await hurry(slowUpload(server, '/files/', form, { before }).answer)
      expect([status, body.error_code]).toEqual([408, 'upload_too_slow'])
    } finally {
      jest.useRealTimers()
    }
  })
})
