import { sql } from 'drizzle-orm'
import type { Side } from './people'
import type { World } from './world'

/** What opens an account, as it stands in the database. */
export interface Methods {
  readonly id: number
  readonly username: string | null
  readonly email: string | null
  readonly email_verified: boolean
  readonly phone_index: string | null
  readonly phone_verified: boolean
  readonly password_hash: string | null
  readonly wechat_unionid: string | null
  readonly openids: readonly string[]
}

/** The methods of these accounts; one that is gone is missing. One text for any number of them is planned once. */
export const methodsOf = async (
  { context }: World,
  ids: readonly number[],
): Promise<readonly Methods[]> => {
  if (ids.length === 0) return []
  const { rows } = await context.db.execute<{ methods: Methods }>(sql`
    select json_build_object('id', id, 'username', username, 'email', email, 'email_verified', email_verified,
      'phone_index', phone_index, 'phone_verified', phone_verified, 'password_hash', password_hash,
      'wechat_unionid', wechat_unionid, 'openids', array(
        select openid from wechat_identities where user_id = users.id order by openid)) as methods
    from users where id = any(${`{${ids.join(',')}}`}::bigint[]) order by id`)
  return rows.map(({ methods }) => methods)
}

/** The methods without what is only claimed: a claim may be dropped by anyone who verifies the same. */
export const verifiedOnly = (methods: readonly Methods[]): readonly object[] =>
  methods.map((account) => ({
    ...account,
    email: account.email_verified ? account.email : null,
    phone_index: account.phone_verified ? account.phone_index : null,
  }))

/** Who has entered which account by what they presented themselves: a stolen session is no entrance. */
export class Entered {
  private readonly byAccount = new Map<number, Set<Side>>()

  add(id: number, side: Side): void {
    this.byAccount.set(id, (this.byAccount.get(id) ?? new Set()).add(side))
  }

  of(side: Side): number[] {
    return [...this.byAccount].filter(([, sides]) => sides.has(side)).map(([id]) => id)
  }

  all(): number[] {
    return [...this.byAccount.keys()]
  }

  shared(): number[] {
    return [...this.byAccount].filter(([, sides]) => sides.size > 1).map(([id]) => id)
  }
}
