import { eq, sql } from 'drizzle-orm'
import { blockAccount } from '../../../src/accounts/sign-in/block'
import { wechatIdentities } from '../../../src/db/schema'
import { MODULES } from '../../../src/modules/modules'
import { cancelAuthorization } from '../../../src/wechat-push/cancellation'
import { serverForFile } from '../../kit/server-for-file'
import { phoneInHand } from '../../kit/phone-in-hand'
import { fillTables, SAMPLE_TEXT, tablesOfUsers } from '../../ownership/fill-tables'

const { server } = serverForFile()

/**
 * The tables of the core that hold rows of a user, and the member of the export that shows them; null for what there is
 * nothing of to show: a keyed hash, a moment, a mark that something is to be done.
 */
const CORE: Readonly<Record<string, string | null>> = {
  audit_events: 'audit',
  email_codes: 'mailed_codes',
  email_links: 'mailed_links',
  files: 'files',
  image_checks: 'image_checks',
  kept_identifiers: null,
  known_devices: 'known_devices',
  pending_text_checks: null,
  sessions: 'sessions',
  wechat_identities: 'wechat',
}

const tablesWithRowsOf = async (userId: number): Promise<string[]> => {
  const found: string[] = []
  for (const table of await tablesOfUsers(server.context.db)) {
    const { rows } = await server.context.db.execute(
      sql`select 1 from ${sql.identifier(table)} where user_id = ${userId} limit 1`,
    )
    if (rows.length > 0) found.push(table)
  }
  return found
}

describe('every table with the id of a user', () => {
  it('every table with the id of a user is held by the core or by one module', async () => {
    const held = [...Object.keys(CORE), ...MODULES.flatMap(({ tables }) => [...tables])]
    expect(held.sort()).toEqual(await tablesOfUsers(server.context.db))
  })

  it('every table with the id of a user has its member in the export of an account', async () => {
    const { token } = await phoneInHand(server).signIn('hal')
    const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
    const members = [...Object.values(CORE), ...MODULES.map(({ name }) => name)]
    for (const member of members) if (member !== null) expect(body).toHaveProperty(member)
  })

  it('every table with the id of a user shows no row of another account in an export', async () => {
    const hand = phoneInHand(server)
    const { token } = await hand.signIn('jo')
    const exported = async () => {
      const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
      const isOther = ({ kind }: { kind: string }) => kind !== 'exported'
      return { ...body, audit: body.audit.filter(isOther) }
    }
    const before = await exported()
    const kai = await hand.signIn('kai')
    await fillTables(server.context.db, kai.user.id)
    expect(await exported()).toEqual(before)
    await server.call('POST', '/ext/v1/account/delete/', { body: {}, token: kai.token })
  })

  it('every table with the id of a user has no row of an account that was erased, whichever of them held one', async () => {
    const { token, user } = await phoneInHand(server).signIn('ida')
    await fillTables(server.context.db, user.id)
    const { status } = await server.call('POST', '/ext/v1/account/delete/', { body: {}, token })
    expect(status).toBe(200)
    expect(await tablesWithRowsOf(user.id)).toEqual([])
  })

  it('every table with the id of a user has no row of a blocked account that was cancelled at WeChat, but its WeChat and its audit trail', async () => {
    const { user } = await phoneInHand(server).signIn('ivo')
    await fillTables(server.context.db, user.id)
    await blockAccount(server.context, user.id, 'olga')
    await server.context.db.delete(wechatIdentities).where(eq(wechatIdentities.appid, SAMPLE_TEXT))
    await cancelAuthorization(server.context, phoneInHand(server).openid('ivo'))
    expect(await tablesWithRowsOf(user.id)).toEqual(['audit_events', 'wechat_identities'])
  })
})
