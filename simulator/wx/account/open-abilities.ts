import { WxFailure } from '../call'
import components from '../component-versions.json'
import { requireNetwork } from '../network/exchange'
import type { Questions } from '../phone/person'
import type { WxPorts } from '../ports'
import type { Privacy } from './privacy'
import type { Scopes } from './scopes'
import type { createShare } from './share'
import type { TempFiles } from '../network/temp-files'
import { supports } from '../versions'

/** A component on screen, as an open ability needs it. */
export interface Control {
  readonly id: string
  readonly dataset: object
  attribute: (name: string) => unknown
  /** Fires an event on the component. */
  fire: (name: string, detail: object) => void
  /** Empties an input. */
  clear: () => void
}

type Ability = (button: Control) => Promise<void> | void

const failure = (name: string, error: WxFailure) => ({
  errMsg: `${name}:fail ${error.message}`,
  ...error.codes,
})

/** Android joins the refusal with a colon, iOS and DevTools with a space (docs/wechat.md 4.4). */
const denial = (platform: string, how: 'deny' | 'cancel') =>
  platform === 'android' ? `getPhoneNumber:fail:user ${how}` : `getPhoneNumber:fail user ${how}`

/**
 * Buttons with `open-type`: the phone number quick and in real time, the avatar, the agreement to the privacy guide
 * (docs/wechat.md 2.1, 3.2, 4.1), sharing, and WeChat's own pages (component reference "button"). An ability the base
 * library lacks does nothing, as on a real phone.
 */
export const createOpenAbilities = (
  ports: WxPorts,
  privacy: Privacy,
  files: Pick<TempFiles, 'add'>,
  { share }: Pick<ReturnType<typeof createShare>, 'share'>,
  userInfoButton: Ability,
  { openPage }: Pick<Scopes, 'openPage'>,
) => {
  const { person, servers, device, registration, loop } = ports
  const has = (since: string) => supports(device.libVersion, since)

  const phoneNumber =
    (openType: 'getPhoneNumber' | 'getRealtimePhoneNumber'): Ability =>
    async (button) => {
      const answer = (detail: object) => button.fire(openType.toLowerCase(), detail)
      if (registration.account === 'personal') {
        answer({ errMsg: 'getPhoneNumber:fail no permission' })
        return
      }
      requireNetwork(ports.network)
      await privacy.require(`button.${openType}`, 103)
      const check = openType === 'getPhoneNumber' ? 'quick' : 'realtime'
      const reply = await person.answer('phoneNumber', { check })
      if (reply.kind !== 'allow') {
        answer({ errMsg: denial(device.platform, reply.kind === 'refuse' ? 'deny' : 'cancel') })
        return
      }
      const given = await servers.phoneCode({
        person: person.name,
        appid: registration.appid,
        ...(reply.phone === undefined ? {} : { phone: reply.phone }),
      })
      if ('errno' in given) {
        answer({ errMsg: 'getPhoneNumber:fail jsapi has no quota', errno: given.errno })
        return
      }
      const { code, ...sealed } = given
      answer({ errMsg: 'getPhoneNumber:ok', ...sealed, ...(has('2.21.2') ? { code } : {}) })
    }

  const chooseAvatar: Ability = async (button) => {
    await privacy.require('button.chooseAvatar', 104)
    const reply = await person.answer('avatar', { offers: 'avatar' })
    if (reply.kind !== 'choose') return
    const uncover = reply.from === 'wechat' ? () => undefined : ports.cover()
    uncover()
    button.fire('chooseavatar', { avatarUrl: files.add(reply.file) })
  }

  const agree: Ability = (button) => {
    privacy.agreeBy(button.id)
    button.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  }

  /** A page of WeChat's own covers the mini-program, which receives nothing but `event` on the way back. */
  const ownPage =
    (page: Questions['ownPage']['shows']['page'], event: (button: Control) => void): Ability =>
    async (button) => {
      const uncover = ports.cover()
      await person.answer('ownPage', { page })
      uncover()
      event(button)
    }

  const abilities: Readonly<Record<string, readonly [since: string, Ability]>> = {
    getUserInfo: ['1.3.0', userInfoButton],
    getPhoneNumber: ['1.2.0', phoneNumber('getPhoneNumber')],
    getRealtimePhoneNumber: ['2.24.4', phoneNumber('getRealtimePhoneNumber')],
    chooseAvatar: ['2.21.2', chooseAvatar],
    agreePrivacyAuthorization: ['2.32.3', agree],
    share: [
      '1.2.0',
      ({ id, dataset }) => share({ from: 'button', target: { id, dataset: { ...dataset } } }),
    ],
    contact: [
      '1.1.0',
      ownPage('contact', (button) =>
        button.fire('contact', { path: '', query: {}, errMsg: 'enterContact:ok' }),
      ),
    ],
    openSetting: [
      '2.0.7',
      async (button) =>
        button.fire('opensetting', { authSetting: await openPage(), errMsg: 'openSetting:ok' }),
    ],
    feedback: ['2.1.0', ownPage('feedback', () => undefined)],
  }

  /**
   * The combined `getPhoneNumber|agreePrivacyAuthorization` agrees first; broken before 2.33.0 and on 3.0.0
   * (docs/wechat.md 3.4).
   */
  const combined = (openTypes: readonly string[]) => {
    const broken = !has('2.33.0') || device.libVersion === '3.0.0'
    return broken
      ? openTypes.filter((type) => type !== 'agreePrivacyAuthorization')
      : [...openTypes].sort()
  }

  const runOne = async (button: Control, openType: string) => {
    // What is no open-type at all opens nothing.
    if (!(`button.open-type.${openType}` in components)) return
    const [since, ability] = abilities[openType] ?? []
    if (since === undefined || ability === undefined) {
      throw new Error(`button open-type="${openType}" is not simulated.`)
    }
    if (!has(since)) return
    try {
      await ability(button)
    } catch (error) {
      if (!(error instanceof WxFailure)) throw error
      button.fire(openType.toLowerCase(), failure(openType, error))
    }
  }

  return async (button: Control, openType: string): Promise<void> => {
    const end = loop.begin()
    const given = openType.split('|')
    const openTypes = given.length === 1 ? given : combined(given)
    try {
      for (const one of openTypes) await runOne(button, one)
    } catch (error) {
      loop.report(`button ${openType}`, error)
    } finally {
      end()
    }
  }
}
