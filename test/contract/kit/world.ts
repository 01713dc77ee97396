import { createPhone, type Phone, type PhoneOptions } from './phone'
import { wechatControl, type WechatControl } from './wechat-control'

/** The backend and the WeChat that `test/setup/contract.ts` started for all contract tests. */
export interface World {
  readonly wechat: WechatControl
  /** Origin of the running backend. */
  readonly server: string
  readonly clientId: string
  /** Hands a phone with the vendor's SDK to a person; name people no other test names. */
  readonly phone: (person: string, options?: Partial<PhoneOptions>) => Phone
  /** Types the code of the newest e-mail to `email` where `token` is signed in, as an app of ours does: the status. */
  readonly typeMailedCode: (token: string, email: string) => Promise<number>
}

const DEVELOPMENT_CLIENT = 'starter-dev'

const address = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error(`${name} is unset: run this test with Jest's project "contract".`)
  }
  return value
}

/** Origins of a running backend and its WeChat. */
interface Origins {
  readonly server: string
  readonly simulator: string
}

const contractOrigins = (): Origins => ({
  server: address('CONTRACT_SERVER'),
  simulator: address('CONTRACT_SIMULATOR'),
})

/** The world of the contract tests, reached by address only; or another one. */
export const openWorld = ({ server, simulator }: Origins = contractOrigins()): World => {
  const wechat = wechatControl(simulator)
  const usual = { server, wechat, clientId: DEVELOPMENT_CLIENT }
  return {
    wechat,
    server,
    clientId: DEVELOPMENT_CLIENT,
    typeMailedCode: async (token, email) => {
      const mail = (await wechat.messages(email)).at(-1)
      const [, code] = /^([A-Z2-9]{4}-[A-Z2-9]{4})\n/.exec(mail?.text ?? '') ?? []
      const answer = await fetch(`${server}/ext/v1/account/email/verify/`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-hydrogen-client-id': DEVELOPMENT_CLIENT,
          // The vendor's SDK keeps its token: it reads a new one at sign-in only.
          'x-hydrogen-client-sdk-type': 'file',
          authorization: `Hydrogen-r1 ${token}`,
        },
        body: JSON.stringify({ code }),
      })
      return answer.status
    },
    phone: (person, options = {}) => createPhone(person, { ...usual, ...options }),
  }
}
