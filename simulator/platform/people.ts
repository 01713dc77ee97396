import type { Derive } from './randomness'

/** A free-form name of a person who has a phone. They exist as soon as a call names them. */
export type Person = string

/** Who a person is to one mini-program, and to all apps of its developer. */
export interface Identity {
  openid: string
  unionid: string
}

/** The person signed in to DevTools, who stands behind its mock code. */
export const devToolsPerson: Person = 'devtools'

/**
 * The identity of `person` under `appid`, in WeChat's form: 28 characters, of which the first six
 * are the app's (openid) or the developer's (unionid: docs/wechat.md 5.8). It depends on the seed, never on time or
 * order.
 */
export const identityOf = (derive: Derive, person: Person, appid: string): Identity => {
  const letters = (length: number, ...labels: string[]) =>
    derive(...labels)
      .toString('base64url')
      .slice(0, length)
  return {
    openid: `o${letters(5, 'app', appid)}${letters(22, 'openid', appid, person)}`,
    unionid: `o${letters(5, 'developer')}${letters(22, 'unionid', person)}`,
  }
}
