import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Platform } from '../platform/platform'
import type { Profile } from '../platform/profiles'
import { eraOf } from '../platform/user-profile'
import { audienceOf, body, fields, oneOf, phoneOf, phoneText } from './fields'

const { person } = fields
const appid = Type.Optional(fields.appid)

const phoneCode = body({ person, appid, phone: Type.Optional(fields.phone) })

const profile = body({
  person,
  appid,
  era: Type.Optional(oneOf(['real', 'real-without-crypto', 'anonymous'])),
  lang: Type.Optional(oneOf(['zh_CN', 'zh_TW', 'en'])),
  sdkVersion: Type.Optional(Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' })),
})

const amendment = body({
  person,
  nickname: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  avatar: Type.Optional(Type.String({ maxLength: 1024 })),
  phones: Type.Optional(Type.Array(fields.phone, { minItems: 1, maxItems: 10 })),
  standing: Type.Optional(oneOf(['normal', 'high-risk'])),
})

const changesOf = (wanted: typeof amendment.static): Partial<Profile> => {
  const [first, ...others] = (wanted.phones ?? []).map(phoneOf)
  return {
    ...(wanted.nickname === undefined ? {} : { nickName: wanted.nickname }),
    ...(wanted.avatar === undefined ? {} : { avatarUrl: wanted.avatar }),
    ...(first === undefined ? {} : { phones: [first, ...others] }),
    ...(wanted.standing === undefined ? {} : { standing: wanted.standing }),
  }
}

/**
 * What a person shares, and what they are. `POST phone-code {person, phone?, appid?}` → `{code, encryptedData,
 * iv}`, or `{errno: 1400001}` when the quota is spent. `POST profile {person, era? | sdkVersion?, lang?, appid?}`
 * → what wx.getUserProfile returns to `success`. `POST person {person, nickname?, avatar?, phones?, standing?}` →
 * the person as they are now.
 */
export const profileCalls =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post('/phone-code', { schema: { body: phoneCode } }, async ({ body: asked }) => {
      if (platform.faults.isPhoneQuotaSpent()) return { errno: 1400001 }
      const [usual] = platform.profiles.of(asked.person).phones
      const phone = asked.phone === undefined ? usual : phoneOf(asked.phone)
      return platform.phoneNumbers.ask(asked.person, audienceOf(asked.appid), phone)
    })

    app.post('/profile', { schema: { body: profile } }, async ({ body: asked }) => {
      const byVersion = asked.sdkVersion === undefined ? 'real' : eraOf(asked.sdkVersion)
      const app = asked.appid ?? platform.latestAppOf(asked.person)
      return platform.userProfile(asked.person, app, asked.era ?? byVersion, asked.lang)
    })

    app.post('/person', { schema: { body: amendment } }, async ({ body: wanted }) => {
      const now = platform.profiles.amend(wanted.person, changesOf(wanted))
      return {
        person: wanted.person,
        nickname: now.nickName,
        avatar: now.avatarUrl,
        phones: now.phones.map(phoneText),
        standing: now.standing,
      }
    })
  }
