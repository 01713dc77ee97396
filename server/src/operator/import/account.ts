import type { users, WechatProfile } from '../../db/schema'

/** Something of a record that was not taken. Names the field and never its value. */
export interface Problem {
  readonly line: number
  readonly id: number | null
  readonly field: string
  readonly reason: string
}

/** A record, ready to be stored. */
export interface ImportedAccount {
  readonly line: number
  readonly user: typeof users.$inferInsert & { readonly id: number }
  readonly openid: string | null
  readonly profile: WechatProfile
  /** null: the record says nothing of it. */
  readonly createdAt: Date | null
}
