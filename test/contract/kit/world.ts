import { createPhone, type Phone, type PhoneOptions } from './phone'
import { wechatDesk, type WechatDesk } from './wechat-desk'

/** The backend and the WeChat that `test/setup/contract.ts` started for all contract tests. */
export interface World {
  readonly desk: WechatDesk
  /** Origin of the running backend. */
  readonly server: string
  readonly clientId: string
  /** Hands a phone with the vendor's SDK to a person; name people no other test names. */
  readonly phone: (person: string, options?: Partial<PhoneOptions>) => Phone
}

const DEVELOPMENT_CLIENT = 'starter-dev'

const address = (name: string): string => {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(`${name} is unset: run this test with Jest's project "contract".`)
  return value
}

/** The world of the contract tests, reached by address only. */
export const openWorld = (): World => {
  const desk = wechatDesk(address('CONTRACT_SIMULATOR'))
  const server = address('CONTRACT_SERVER')
  const usual = { server, desk, clientId: DEVELOPMENT_CLIENT }
  return {
    desk,
    server,
    clientId: DEVELOPMENT_CLIENT,
    phone: (person, options = {}) => createPhone(person, { ...usual, ...options }),
  }
}
