import { LIMITS, consume } from '../../../src/security/limits'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()
const { max } = LIMITS.phoneChecksPerUser

const DOORS = [
  ['POST', '/hserve/v2.7/wechat/decrypt/phone-number/'],
  ['POST', '/hserve/v1/wechat/decrypt/phone-number/'],
  ['PUT', '/hserve/v2.7/idp/wechat/phone-verification/'],
  ['PUT', '/hserve/v2.5/idp/wechat/phone-verification/'],
  ['POST', '/hserve/v2.7/idp/wechat/phone-login/'],
  ['POST', '/hserve/v2.5/idp/wechat/phone-login/'],
] as const

describe('phone codes of one person', () => {
  it.each(DOORS)(
    'the phone codes of one person are twenty at once, and the next asks nothing of WeChat: %s %s',
    async (method, path) => {
      const person = `${method} ${path}`
      const { token } = await hand.signIn(person)
      const asked = jest.spyOn(server.context.wechat, 'phoneNumber').mockClear()
      const send = async (phoneCode: string) => {
        const body = { phone_code: phoneCode, code: hand.code(person) }
        return (await server.call(method, path, { body, token })).status
      }
      for (let used = 1; used < max; used += 1) {
        await consume(server.context, LIMITS.phoneChecksPerUser, hand.openid(person))
      }
      expect(await send(`invented for ${path}`)).toBe(400)
      expect(await send(`one too many for ${path}`)).toBe(429)
      expect(asked).toHaveBeenCalledTimes(1)
    },
  )
})
