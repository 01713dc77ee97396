import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { moment } from './moment'

// Mirrors db/migrations, which own the truth: constraints and indexes are written there, in SQL.

/** How the person showed who they are. */
export type LoginMethod =
  'wechat' | 'wechat_phone' | 'username' | 'email' | 'phone' | 'sms' | 'anonymous'

/** The profile that WeChat returned (docs/protocol.md 7.1, `_provider.wechat`). */
export type WechatProfile = Readonly<Partial<Record<string, string | number>>>

export const users = pgTable('users', {
  id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity().primaryKey(),
  /** What a person is shown and may pass on: twelve digits that say nothing about when the account was made. */
  publicId: bigint('public_id', { mode: 'number' })
    .notNull()
    .default(sql`new_public_id()`),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  nickname: text('nickname').notNull().default(''),
  avatar: text('avatar').notNull().default(''),
  gender: smallint('gender').notNull().default(0),
  language: text('language').notNull().default(''),
  city: text('city').notNull().default(''),
  province: text('province').notNull().default(''),
  country: text('country').notNull().default(''),
  isAuthorized: boolean('is_authorized').notNull().default(false),
  isAnonymous: boolean('is_anonymous').notNull().default(false),
  username: text('username'),
  usernameFolded: text('username_folded'),
  email: text('email'),
  emailVerified: boolean('email_verified').notNull().default(false),
  passwordHash: text('password_hash'),
  phoneSealed: text('phone_sealed'),
  phoneIndex: text('phone_index'),
  phoneVerified: boolean('phone_verified').notNull().default(false),
  /** Whether the number is WeChat's word, which a revocation takes back, and was never verified by a text message. */
  phoneFromWechat: boolean('phone_from_wechat').notNull().default(false),
  /** Claimed in the place of the verified address, which stays until this one is verified. */
  nextEmail: text('next_email'),
  /** As `nextEmail`, of the verified number. */
  nextPhoneSealed: text('next_phone_sealed'),
  nextPhoneIndex: text('next_phone_index'),
  wechatUnionid: text('wechat_unionid'),
  custom: jsonb('custom').$type<Record<string, unknown>>().notNull().default({}),
  blockedAt: moment('blocked_at'),
})

export const wechatIdentities = pgTable(
  'wechat_identities',
  {
    appid: text('appid').notNull(),
    openid: text('openid').notNull(),
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    unionid: text('unionid'),
    profile: jsonb('profile').$type<WechatProfile>().notNull().default({}),
    sessionKeySealed: text('session_key_sealed'),
    sessionKeyMark: text('session_key_mark'),
    previousSessionKeySealed: text('previous_session_key_sealed'),
    sessionKeyAt: moment('session_key_at'),
    loginTimes: integer('login_times').notNull().default(0),
    lastLoginAt: moment('last_login_at'),
    loginHits: integer('login_hits').notNull().default(0),
    loginWindowEnds: moment('login_window_ends'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appid, table.openid] })],
)

export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  userId: bigint('user_id', { mode: 'number' }).notNull(),
  loginMethod: text('login_method').$type<LoginMethod>().notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  ipAddress: text('ip_address').notNull(),
  userAgent: text('user_agent').notNull(),
})

export const endedSessions = pgTable('ended_sessions', {
  tokenHash: text('token_hash').primaryKey(),
  expiresAt: moment('expires_at').notNull(),
})

export const spentCodes = pgTable('spent_codes', {
  codeHash: text('code_hash').primaryKey(),
  spentAt: moment('spent_at').notNull(),
})

export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  /** When everything that is counted under the key is forgotten. */
  windowEnds: moment('window_ends').notNull(),
})

export const knownDevices = pgTable(
  'known_devices',
  {
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    mark: text('mark').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.mark] })],
)

export const smsCodes = pgTable(
  'sms_codes',
  {
    phoneIndex: text('phone_index').notNull(),
    codeHash: text('code_hash').notNull(),
    /** A keyed hash of the device or address that asked for the code. */
    sender: text('sender').notNull(),
    /** Tries left to that sender. */
    attemptsLeft: integer('attempts_left').notNull(),
    /** Tries left to all others together. */
    strangerAttemptsLeft: integer('stranger_attempts_left').notNull(),
    sentAt: moment('sent_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.phoneIndex, table.codeHash] })],
)

export const emailLinks = pgTable('email_links', {
  linkHash: text('link_hash').primaryKey(),
  userId: bigint('user_id', { mode: 'number' }).notNull(),
  email: text('email').notNull(),
  expiresAt: moment('expires_at').notNull(),
})

/** What a mailed code is for: verifying a claimed address, or re-authentication by a verified one. */
export type EmailCodePurpose = 'verify' | 'reauthenticate'

export const emailCodes = pgTable(
  'email_codes',
  {
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    purpose: text('purpose').$type<EmailCodePurpose>().notNull(),
    email: text('email').notNull(),
    codeHash: text('code_hash').notNull(),
    attemptsLeft: integer('attempts_left').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.purpose] })],
)

export const auditEvents = pgTable('audit_events', {
  id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity().primaryKey(),
  at: moment('at').notNull(),
  userId: bigint('user_id', { mode: 'number' }),
  kind: text('kind').notNull(),
  ipAddress: text('ip_address').notNull(),
  actor: text('actor'),
})

export const rewritesDue = pgTable('rewrites_due', {
  tableName: text('table_name').primaryKey(),
})
