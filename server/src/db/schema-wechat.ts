import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment'

// What the calls of WeChat's server API share between processes; see schema.ts.

export const wechatTokens = pgTable('wechat_tokens', {
  appid: text('appid').primaryKey(),
  tokenSealed: text('token_sealed'),
  expiresAt: moment('expires_at'),
  holder: uuid('holder'),
  heldUntil: moment('held_until'),
  forced: integer('forced').notNull().default(0),
  forcedAt: moment('forced_at'),
  forcedDayEnds: moment('forced_day_ends'),
})

export const pendingTextChecks = pgTable('pending_text_checks', {
  userId: bigint('user_id', { mode: 'number' }).primaryKey(),
  askedAt: moment('asked_at').notNull(),
  triedAt: moment('tried_at'),
  lookedAt: moment('looked_at'),
})
