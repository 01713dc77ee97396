import { eq } from 'drizzle-orm'
import { emailLinks, knownDevices, users } from '../../../src/db/schema'
import { files, imageChecks } from '../../../src/db/schema-files'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

const exported = async (token: string) =>
  (await server.call('GET', '/ext/v1/account/export/', { token })).body

const FILE = 'aaaaaaaa-0000-4000-8000-000000000001'
const CHECK = 'aaaaaaaa-0000-4000-8000-000000000002'

describe('an exported account', () => {
  it('an exported account shows its files by their paths, its checks, e-mails and devices, and no hash of them', async () => {
    const { token, user } = await hand.signIn('ada')
    const createdAt = new Date('2026-03-01T10:00:00Z')
    const userId: number = user.id
    const { db } = server.context
    const file = { name: 'ada.png', mimeType: 'image/png', size: 123 }
    await db.insert(files).values({ id: FILE, userId, ...file, createdAt })
    await db
      .insert(imageChecks)
      .values({ id: CHECK, userId, traceId: 'a trace', verdict: 'risky', createdAt })
    await db.insert(knownDevices).values({ userId, mark: 'a mark', seenAt: createdAt })
    await db
      .insert(emailLinks)
      .values({ linkHash: 'a hash', userId, email: 'ada@example.com', expiresAt: createdAt })

    const body = await exported(token)
    const at = createdAt.toISOString()
    expect(body).toMatchObject({
      files: [
        {
          id: FILE,
          name: 'ada.png',
          mime_type: 'image/png',
          size: 123,
          created_at: at,
          path: `/files/${FILE}`,
        },
      ],
      image_checks: [{ id: CHECK, verdict: 'risky', created_at: at }],
      known_devices: [{ seen_at: at }],
      mailed_links: [{ email: 'ada@example.com', expires_at: at }],
    })
    for (const secret of ['a trace', 'a mark', 'a hash']) {
      expect(JSON.stringify(body)).not.toContain(secret)
    }
  })

  it('an exported account shows a number and an address as verified once they are, and not while they are claimed', async () => {
    const { token, user } = await hand.register('bea')
    const claimed = await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { email: 'bea@example.com', phone: '13900000777' },
      token,
    })
    expect(await exported(claimed.body.token)).toMatchObject({
      user: { _email: 'bea@example.com', _phone: '13900000777' },
      verified_email: null,
      verified_phone: null,
      phone_from_wechat: false,
      blocked_at: null,
    })
    const verified = { emailVerified: true, phoneVerified: true, phoneFromWechat: true }
    await server.context.db.update(users).set(verified).where(eq(users.id, user.id))
    expect(await exported(claimed.body.token)).toMatchObject({
      verified_email: 'bea@example.com',
      verified_phone: '13900000777',
      phone_from_wechat: true,
    })
  })
})
