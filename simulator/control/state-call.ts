import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Pusher } from '../api/pusher'
import type { Platform } from '../platform/platform'
import { phoneText } from './fields'

const masked = (phone: string) => phone.replace(/\d(?=\d{4})/g, '*')

/**
 * `GET state`: what a person at the preview wants to see. No code, key, token or whole phone number is in it.
 * Times in milliseconds.
 */
export const stateCall =
  (platform: Platform, pusher: Pusher): FastifyPluginAsyncTypebox =>
  async (app) => {
    const peopleNow = () => {
      const apps = new Map<string, { appid: string; openid: string }[]>()
      for (const { person, appid, openid } of platform.identities()) {
        apps.set(person, [...(apps.get(person) ?? []), { appid, openid }])
      }
      return platform.profiles.everybody().map((person) => {
        const { nickName, avatarUrl, phones, standing } = platform.profiles.of(person)
        return {
          person,
          nickname: nickName,
          avatar: avatarUrl,
          phones: phones.map(phoneText).map(masked),
          standing,
          lastVisit: platform.lastVisitOf(person) ?? null,
          apps: apps.get(person) ?? [],
        }
      })
    }

    app.get('/state', async () => ({
      now: platform.clock.now(),
      people: peopleNow(),
      faults: platform.faults.pending(),
      calls: { counts: platform.calls.counts(), latest: platform.calls.latest() },
      outbox: { mails: platform.outbox.mails().length, sms: platform.outbox.sms().length },
      push: { target: pusher.target()?.url ?? null, deliveries: pusher.deliveries() },
    }))
  }
