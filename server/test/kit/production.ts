import { randomBytes } from 'node:crypto'
import { readSettings } from '../../src/settings/settings'

const key = () => randomBytes(32).toString('base64')

/** An environment that production starts with. */
export const READY = {
  NODE_ENV: 'production',
  WECHAT_API_BASE: 'https://api.weixin.qq.com',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: randomBytes(16).toString('hex'),
  BAAS_CLIENT_ID: 'our-app',
  DATA_KEYS: `2026:${key()}`,
  INDEX_KEY: key(),
  SMTP_URL: 'smtps://user:hush@mail.example.com:465',
  MAIL_FROM: 'no-reply@example.com',
  SMS_HOOK_URL: 'https://sms.example.com/send',
  PUBLIC_URL: 'https://api.example.com',
}

/** The sentences that an environment is refused with, none when it is taken. */
export const faultsOf = (env: Readonly<Record<string, string | undefined>>): string[] => {
  try {
    readSettings(env)
    return []
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n')
  }
}
