import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import { endpoint } from './endpoint'
import { OK } from './errors'
import { appOf, bodyOf } from './parameters'

/**
 * `POST wxa/business/getuserphonenumber` {code, openid?} → phone_info. A code that is spent, expired, of another
 * app, from wx.login, or not of `openid` is 40029; for the last, the reference names no errcode and this one
 * is ours. Reference: getPhoneNumber.
 */
export const phoneNumber =
  (platform: Platform) =>
  async (app: FastifyInstance): Promise<void> => {
    endpoint(app, platform, 'POST', 'wxa/business/getuserphonenumber', (request) => {
      const appid = appOf(platform, request)
      if (typeof appid === 'number') return appid
      const body = bodyOf(request)
      if (typeof body === 'number') return body
      const openid = body.text('openid')
      const info = platform.phoneNumbers.exchange(
        body.text('code'),
        appid,
        openid === '' ? undefined : openid,
      )
      if (info === 'invalid') return 40029
      const isNumber = platform.faults.isCountryCodeNumeric()
      const countryCode = isNumber ? Number(info.countryCode) : info.countryCode
      return { ...OK, phone_info: { ...info, countryCode } }
    })
  }
