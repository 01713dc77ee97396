import { eq, sql } from 'drizzle-orm'
import { users, wechatIdentities } from '../../src/db/schema'
import { sealPhone } from '../../src/security/phone'
import type { World } from './world'
import { fillTables, tablesOfUsers } from './fill-tables'

/** Someone with an account who takes no part in a story. */
export interface Bystander {
  /** The tables whose rows of theirs are not as they were; what was changed is the state to compare with from then on. */
  readonly changed: () => Promise<readonly string[]>
}

const addAccount = async ({ context, clock }: World): Promise<number> => {
  const { db, vault, settings } = context
  const now = new Date(clock.now())
  const next = sealPhone(vault, '13700000002')
  const [user] = await db
    .insert(users)
    .values({
      createdAt: now,
      updatedAt: now,
      username: 'bystander',
      usernameFolded: 'bystander',
      email: 'bystander@elsewhere.example',
      emailVerified: true,
      nextEmail: 'bystander@next.example',
      passwordHash: 'of the bystander',
      ...sealPhone(vault, '13700000001'),
      phoneVerified: true,
      phoneFromWechat: true,
      nextPhoneSealed: next.phoneSealed,
      nextPhoneIndex: next.phoneIndex,
      wechatUnionid: 'union-bystander',
    })
    .returning({ id: users.id })
  if (user === undefined) throw new Error('insert into users returned no row')
  await fillTables(db, user.id)
  // Of this mini-program, and signed in: what reaches all of its people reaches this one.
  await db
    .update(wechatIdentities)
    .set({ appid: settings.wechat.appid, openid: 'bystander', sessionKeySealed: 'sealed' })
    .where(eq(wechatIdentities.userId, user.id))
  return user.id
}

/** Adds an account with every method, and a row in every table that has rows of users. */
export const addBystander = async (world: World): Promise<Bystander> => {
  const { db } = world.context
  const id = await addAccount(world)
  const ofTable = (table: string, column: string) =>
    `select '${table}' as name, coalesce(string_agg(t::text, ' ' order by t::text), '') as rows
     from ${table} t where ${column} = ${id}`
  const tables = await tablesOfUsers(db)
  const all = sql.raw(
    [ofTable('users', 'id'), ...tables.map((table) => ofTable(table, 'user_id'))].join(
      ' union all ',
    ),
  )
  const read = async () => {
    const { rows } = await db.execute<{ name: string; rows: string }>(all)
    return new Map(rows.map((each) => [each.name, each.rows]))
  }
  let known = await read()
  return {
    changed: async () => {
      const now = await read()
      const names = [...now.keys()].filter((name) => now.get(name) !== known.get(name))
      known = now
      return names
    },
  }
}
