import type { Era } from '../../../simulator/index'
import type { TestServer } from './test-server'

const APPID = 'touristappid'
const audience = { kind: 'app', appid: APPID } as const

/** What a person's phone would send, taken from the simulator and shaped as the protocol wants it. */
export const phoneInHand = (server: TestServer) => {
  // Read at each call: `serverForFile` has no server yet when it makes this.
  const platform = () => server.wechat.platform
  const code = (person: string) => platform().login(person, audience)

  return {
    code,
    openid: (person: string) => platform().identityOf(person, APPID).openid,
    unionid: (person: string) => platform().identityOf(person, APPID).unionid,

    /** The fields of the phone button; `number` is another number of the person's than the first. */
    phoneButton: (person: string, number?: string) => {
      const [first] = platform().profiles.of(person).phones
      const phone = number === undefined ? first : { countryCode: '86', purePhoneNumber: number }
      const {
        code: phoneCode,
        encryptedData,
        iv,
      } = platform().phoneNumbers.ask(person, audience, phone)
      return { phone_code: phoneCode, encryptedData, iv }
    },

    /** The fields of getUserProfile, signed. */
    profile: (person: string, era: Era = 'real') => {
      const { rawData, signature, encryptedData, iv } = {
        rawData: '',
        signature: '',
        encryptedData: '',
        iv: '',
        ...platform().userProfile(person, APPID, era),
      }
      return { rawData, signature, encryptedData, iv }
    },

    /** Signs the person in silently: the token and the user. */
    signIn: async (person: string) => {
      const path = '/hserve/v2.5/idp/wechat/silent-login/'
      const { body } = await server.call('POST', path, { body: { code: code(person) } })
      return { token: String(body.token), user: body.user_info }
    },

    /** Registers an account with a password and no WeChat: the token and the user. */
    register: async (username: string, password = 'correct horse battery') => {
      const path = '/hserve/v2.1/register/username/'
      const { body } = await server.call('POST', path, { body: { username, password } })
      return { token: String(body.token), user: body }
    },

    /** The user as their owner sees it, or the status that says otherwise. */
    read: async (id: number, token: string) => {
      const { status, body } = await server.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })
      return status === 200 ? body : status
    },
  }
}

/** What `phoneInHand` returns. */
export type PhoneInHand = ReturnType<typeof phoneInHand>
