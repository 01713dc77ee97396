import { eq } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { users } from '../../src/db/schema'
import { files } from '../../src/db/schema-files'
import { serverForFile } from '../kit/server-for-file'
import { sendForm } from '../kit/send-form'
import { photo, storage } from '../kit/storage'

const { server, hand } = serverForFile()
let store: ReturnType<typeof storage>

beforeAll(async () => {
  store = storage(server)
})

const MINUTE = 60_000
const fetchFile = (id: string) => server.app.inject(`/files/${id}`)

/** A PNG that takes twice as much when its rows are not filtered. */
const swellingPng = (): Promise<Buffer> => {
  const [side, channels] = [2048, 3 as const]
  const pixels = randomBytes(side * side * channels)
  for (let at = 0; at < pixels.length; at++) {
    const pixel = Math.floor(at / channels)
    pixels[at] = 7 * (pixel % side) + 13 * Math.floor(pixel / side) + ((pixels[at] ?? 0) % 3)
  }
  return sharp(pixels, { raw: { width: side, height: side, channels } })
    .png({ adaptiveFiltering: true })
    .toBuffer()
}

describe('an upload', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('an upload of a %s serves it back', async (kind) => {
    const { token } = await hand.signIn('bob')
    const permit = await store.ask(token)
    const stored = await store.send(permit, await photo(kind))
    const served = await fetchFile(permit.body.id)

    expect(stored.body).toEqual({
      code: 200,
      message: 'ok',
      url: `/files/${permit.body.id}`,
      time: server.clock.now() / 1000,
      mimetype: `image/${kind}`,
      file_size: served.rawPayload.length,
    })
    expect(served.headers).toMatchObject({
      'content-type': `image/${kind}`,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect((await sharp(served.rawPayload).metadata()).width).toBe(40)
  })

  it('an upload leaves the place, the device and everything else but the pixels behind', async () => {
    const sent = Buffer.concat([await photo(), Buffer.from('<script>hidden</script>')])
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    const { token } = await hand.signIn('carol')
    const { rawPayload } = await fetchFile(await store.upload(token, sent))

    expect((await sharp(rawPayload).metadata()).exif).toBeUndefined()
    for (const trace of ['Pocket Phone', 'hidden']) {
      expect(sent.includes(trace)).toBe(true)
      expect(rawPayload.includes(trace)).toBe(false)
    }
  })

  it('an upload scales down what is larger than any screen', async () => {
    const { token } = await hand.signIn('carol')
    const { rawPayload } = await fetchFile(await store.upload(token, await photo('jpeg', 3000)))
    expect((await sharp(rawPayload).metadata()).width).toBe(2048)
  })

  it('an upload whose PNG would take many times its bytes is kept as a WebP, no larger than a picture may be', async () => {
    const { token } = await hand.signIn('bob')
    const permit = await store.ask(token)
    const { status, body } = await store.send(permit, await swellingPng())
    expect([status, body.mimetype]).toEqual([200, 'image/webp'])
    expect(body.file_size).toBeLessThan(5 * 1024 * 1024)
    const served = await sharp((await fetchFile(permit.body.id)).rawPayload).metadata()
    expect([served.format, served.width]).toEqual(['webp', 2048])
  }, 60_000)

  it('an upload is taken once for each permit, also of two at the same moment', async () => {
    const { token } = await hand.signIn('dave')
    const permit = await store.ask(token)
    const picture = await photo()
    const answers = await Promise.all([store.send(permit, picture), store.send(permit, picture)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    const { status, body } = await store.send(permit, picture)
    expect([status, body.error_msg]).toEqual([403, expect.stringContaining('has been used')])
  })

  it('an upload is refused ten minutes after its permission was issued', async () => {
    const { token } = await hand.signIn('erin')
    const [inTime, late] = [await store.ask(token), await store.ask(token)]
    server.clock.advance(10 * MINUTE - 1)
    expect((await store.send(inTime, await photo())).status).toBe(200)
    server.clock.advance(1)
    expect((await store.send(late, await photo())).status).toBe(403)
  })

  it('an upload is refused under a policy we did not write', async () => {
    const { token } = await hand.signIn('finn')
    const { body } = await store.ask(token)
    const permit = JSON.parse(Buffer.from(body.policy, 'base64url').toString())
    const policy = Buffer.from(JSON.stringify({ ...permit, userId: 1 })).toString('base64url')
    const forms = [
      {},
      { policy, authorization: body.authorization },
      { policy: body.policy, authorization: `${body.authorization}x` },
      { policy: body.policy },
    ]
    for (const form of forms) {
      expect((await sendForm(server, '/files/', form, await photo())).status).toBe(403)
    }
  })

  it('an upload is refused when it is no picture, a broken one, or too many bytes or pixels', async () => {
    const { token } = await hand.signIn('grace')
    const permit = await store.ask(token)
    const whole = await photo('png', 60)
    const bomb = await sharp({
      create: { width: 5001, height: 5001, channels: 3, background: 'black' },
    })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const cases: [Buffer | null, number][] = [
      [null, 400],
      [Buffer.alloc(0), 415],
      [Buffer.from('#!/bin/sh'), 415],
      [svg, 415],
      [whole.subarray(0, whole.length - 40), 400],
      [bomb, 400],
      [Buffer.concat([whole, Buffer.alloc(5 * 1024 * 1024)]), 413],
    ]
    for (const [file, expected] of cases) {
      const { status, body } = await store.send(permit, file)
      expect([status, body.status]).toEqual([expected, 'error'])
    }
    // None of them consumed the permit.
    expect((await store.send(permit, whole)).status).toBe(200)
  })

  it('an upload is refused when it is no form, or half a form', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const bodies: [string, Record<string, string>][] = [
      ['{}', { 'content-type': 'application/json' }],
      ['', headers],
      ['--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc', headers],
      ['nothing', { 'content-type': 'multipart/form-data' }],
    ]
    for (const [payload, sent] of bodies) {
      const reply = await server.app.inject({
        method: 'POST',
        url: '/files/',
        headers: sent,
        payload,
      })
      expect([400, 406]).toContain(reply.statusCode)
      expect(reply.json().status).toBe('error')
    }
  })

  it('an upload is deleted with its owner', async () => {
    const { token, user } = await hand.signIn('henry')
    const id = await store.upload(token, await photo())
    const pending = await store.ask(token)
    await server.context.db.delete(users).where(eq(users.id, user.id))

    expect((await fetchFile(id)).statusCode).toBe(404)
    expect((await store.send(pending, await photo())).status).toBe(403)
  })

  it('an upload makes room by the oldest file beyond a hundred, never by the avatar', async () => {
    const { token, user } = await hand.signIn('ivy')
    const avatar = await store.upload(token, await photo())
    await server.context.db
      .update(users)
      .set({ avatar: `http://localhost:80/files/${avatar}` })
      .where(eq(users.id, user.id))
    const ids: string[] = []
    for (let times = 0; times < 101; times++) {
      server.clock.advance(MINUTE)
      ids.push(await store.upload(token, await photo('png', 4)))
    }
    const kept = await server.context.db
      .select({ id: files.id })
      .from(files)
      .where(eq(files.userId, user.id))
    expect(kept).toHaveLength(101)
    expect((await fetchFile(avatar)).statusCode).toBe(200)
    expect((await fetchFile(String(ids[0]))).statusCode).toBe(404)
    expect((await fetchFile(String(ids[1]))).statusCode).toBe(200)
  }, 120_000)
})
