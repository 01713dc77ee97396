import { asyncApi, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import { supports } from '../versions'

type Settings = Readonly<Record<string, boolean>>
type Option = WechatMiniprogram.GetSettingOption

/** Scopes by how WeChat grants them (guide "Authorization", list of scopes and what to note). */
const SCOPES: Readonly<Record<string, 'asked' | 'granted' | 'on the page' | 'by its button'>> = {
  'scope.userLocation': 'asked',
  'scope.userFuzzyLocation': 'asked',
  'scope.record': 'asked',
  'scope.camera': 'asked',
  'scope.bluetooth': 'asked',
  'scope.writePhotosAlbum': 'asked',
  'scope.addPhoneContact': 'asked',
  'scope.addPhoneCalendar': 'asked',
  'scope.werun': 'asked',
  // Not asked for any more.
  'scope.address': 'granted',
  'scope.invoice': 'granted',
  'scope.invoiceTitle': 'granted',
  // No popup ever asks for these two.
  'scope.userLocationBackground': 'on the page',
  'scope.userInfo': 'by its button',
}

/** Base library from which the page of settings opens in a tap only (typings openSetting). */
const TAP_SINCE = '2.3.0'

/** What a person has let the mini-program do, scope by scope. */
export interface Scopes {
  /** Resolves when the scope is granted, asking the person the first time; rejects once they have refused. */
  require: (scope: string) => Promise<void>
  /** Opens WeChat's page of settings and resolves with what stands there when the person comes back. */
  openPage: () => Promise<Settings>
}

/**
 * Authorisations (guide "Authorization"): each scope is asked for once, by `wx.authorize` or by the first API that
 * needs it, and is as the person said until they change it on the page of settings. Only what was asked for stands there.
 */
export const createScopes = (ports: WxPorts) => {
  const { memory, person, purposeOf, cover, gesture, device } = ports
  const settings = (): Settings => Object.fromEntries(memory.scopes)
  const asking = new Map<string, Promise<void>>()

  const ask = async (scope: string) => {
    const reply = await person.answer('authorize', { scope, desc: purposeOf(scope) })
    memory.scopes.set(scope, reply === 'allow')
    asking.delete(scope)
  }
  const decide = async (scope: string) => {
    const way = SCOPES[scope]
    if (way === undefined) throw new WxFailure('invalid scope')
    if (memory.scopes.has(scope) || way === 'by its button') return
    if (way !== 'asked') {
      memory.scopes.set(scope, way === 'granted')
      return
    }
    // Two calls at once are one question.
    const question = asking.get(scope) ?? ask(scope)
    asking.set(scope, question)
    await question
  }
  const scopes: Scopes = {
    require: async (scope) => {
      await decide(scope)
      if (memory.scopes.get(scope) !== true) throw new WxFailure('auth deny')
    },
    openPage: async () => {
      const shown = memory.scopes.size === 0 ? {} : { authSetting: settings() }
      const uncover = cover()
      const reply = await person.answer('ownPage', { page: 'openSetting', ...shown })
      for (const [scope, granted] of Object.entries(reply === 'back' ? {} : reply.authSetting)) {
        if (memory.scopes.has(scope)) memory.scopes.set(scope, granted)
      }
      uncover()
      return settings()
    },
  }
  // The person never ticks "always keep these choices": no message has a setting of its own.
  const subscriptions = ({ withSubscriptions }: Option) =>
    withSubscriptions === true ? { subscriptionsSetting: { mainSwitch: true } } : {}

  const apis = {
    authorize: asyncApi<WechatMiniprogram.AuthorizeOption, WechatMiniprogram.GeneralCallbackResult>(
      ports,
      'authorize',
      async ({ scope }) => {
        await scopes.require(requireText('scope', scope))
        return {}
      },
    ),
    getSetting: asyncApi<Option, { authSetting: Settings; errMsg: string }>(
      ports,
      'getSetting',
      (option) => ({ authSetting: settings(), ...subscriptions(option) }),
    ),
    openSetting: asyncApi<Option, { authSetting: Settings; errMsg: string }>(
      ports,
      'openSetting',
      async (option) => {
        if (supports(device.libVersion, TAP_SINCE) && !gesture.active()) {
          throw new WxFailure('can only be invoked by user TAP gesture.')
        }
        return { authSetting: await scopes.openPage(), ...subscriptions(option) }
      },
    ),
  }
  return { scopes, apis }
}
