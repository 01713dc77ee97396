import { callbackApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import { supports } from '../versions'

type Resolution =
  { event: 'exposureAuthorization' } | { event: 'agree'; buttonId: string } | { event: 'disagree' }

type Listener = (resolve: (resolution: Resolution) => void, info: { referrer: string }) => void

/** The consent that every privacy-related API and component needs. */
export interface Privacy {
  /**
   * Resolves when `referrer` (`getUserProfile`, `button.getPhoneNumber`…) may go on; rejects with errno 112 when the
   * operator has not declared it, with `refusal` (103 or 104) when the person has not agreed.
   */
  require: (referrer: string, refusal?: 103 | 104) => Promise<void>
  /** The person tapped a button with open-type agreePrivacyAuthorization. */
  agreeBy: (buttonId: string) => void
  agreed: () => boolean
}

/** Base library that began to intercept; below it nothing is asked (docs/wechat.md 3.1). */
const SINCE = '2.32.3'
/** After a refusal a new call fails at once, without asking, for ten seconds. */
const SILENCE_MS = 10_000

/** Privacy authorisation (docs/wechat.md 3.1, 3.3; typings onNeedPrivacyAuthorization and requirePrivacyAuthorize). */
export const createPrivacy = (ports: WxPorts) => {
  const { memory, clock, person, device, registration, loop, adopt } = ports
  const clicked = new Set<string>()
  let listener: Listener | undefined

  const intercepts = supports(device.libVersion, SINCE)
  const agreed = () => !intercepts || memory.privacy.kind === 'agreed'

  const askByListener = (ask: Listener, referrer: string) =>
    new Promise<'agree' | 'disagree' | 'wrong button'>((answer) => {
      const resolve = (resolution: Resolution) => {
        if (resolution.event === 'disagree') answer('disagree')
        if (resolution.event === 'agree') {
          answer(clicked.has(resolution.buttonId) ? 'agree' : 'wrong button')
        }
      }
      loop.guard('onNeedPrivacyAuthorization', () => ask(resolve, adopt({ referrer })))
    })

  const silent = () =>
    memory.privacy.kind === 'refused' && clock.now() - memory.privacy.at < SILENCE_MS

  const requireConsent = async (referrer: string, refusal: 103 | 104 = 104): Promise<void> => {
    if (!intercepts) return
    const kind = referrer.replace(/^\w+\./, '')
    if (registration.undeclared.includes(kind)) {
      throw new WxFailure('api scope is not declared in the privacy agreement', 112)
    }
    if (agreed()) return
    const refused = new WxFailure('privacy permission is not authorized', refusal)
    if (silent()) throw refused
    const reply =
      listener === undefined
        ? await person.answer('privacy', { referrer })
        : await loop.idleUntil(askByListener(listener, referrer))
    if (reply === 'wrong button') {
      throw new WxFailure('privacy permission is not authorized or buttonId is wrong', 104)
    }
    if (reply === 'agree') {
      memory.privacy = { kind: 'agreed' }
      return
    }
    memory.privacy = { kind: 'refused', at: clock.now() }
    throw refused
  }

  const privacy: Privacy = {
    require: requireConsent,
    agreed,
    agreeBy: (buttonId) => {
      clicked.add(buttonId)
      memory.privacy = { kind: 'agreed' }
    },
  }

  const apis = {
    getPrivacySetting: callbackApi<
      WechatMiniprogram.GetPrivacySettingOption,
      WechatMiniprogram.GetPrivacySettingSuccessCallbackResult
    >(ports, 'getPrivacySetting', () => ({
      needAuthorization: !agreed(),
      privacyContractName: '《小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: callbackApi<
      WechatMiniprogram.RequirePrivacyAuthorizeOption,
      WechatMiniprogram.GeneralCallbackResult
    >(ports, 'requirePrivacyAuthorize', async () => {
      await requireConsent('requirePrivacyAuthorize')
      return {}
    }),
    /** Registering again replaces the listener: the last one wins. */
    onNeedPrivacyAuthorization: (given: Listener) => {
      listener = given
    },
    openPrivacyContract: callbackApi<
      WechatMiniprogram.OpenPrivacyContractOption,
      WechatMiniprogram.GeneralCallbackResult
    >(ports, 'openPrivacyContract', () => ({})),
  }

  return { privacy, apis }
}
