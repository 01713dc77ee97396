import { asyncApi, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** Scene of a mini-program that another one opened (typings getLaunchOptionsSync). */
const OPENED_BY_ANOTHER = 1037

/**
 * Ways to other mini-programs and out of this one (typings navigateToMiniProgram, openEmbeddedMiniProgram,
 * navigateBackMiniProgram, exitMiniProgram). The person is asked first; none is opened here: a page of WeChat's own says
 * that this one is left, until they return. The words of a refused way back are ours.
 */
export const createMiniPrograms = (ports: WxPorts) => {
  const { person, gesture, leave, entry } = ports
  /** The app is in the background until the person returns, which nothing waits for. */
  const leaveFor = (page: 'miniProgram' | 'exited') => {
    const comeBack = leave()
    void person.answer('ownPage', { page }).then(comeBack)
  }
  const open =
    (from: 'tap' | 'anywhere') =>
    async ({ appId, path = '', shortLink }: WechatMiniprogram.NavigateToMiniProgramOption) => {
      const target = shortLink ?? requireText('appId', appId)
      if (from === 'tap' && !gesture.active()) {
        throw new WxFailure('can only be invoked by user TAP gesture.')
      }
      const reply = await person.answer('miniProgram', { target, path })
      if (reply === 'cancel') throw new WxFailure('cancel')
      leaveFor('miniProgram')
      return {}
    }
  return {
    navigateToMiniProgram: asyncApi<WechatMiniprogram.NavigateToMiniProgramOption, Result>(
      ports,
      'navigateToMiniProgram',
      open('tap'),
    ),
    openEmbeddedMiniProgram: asyncApi<WechatMiniprogram.NavigateToMiniProgramOption, Result>(
      ports,
      'openEmbeddedMiniProgram',
      open('anywhere'),
    ),
    navigateBackMiniProgram: asyncApi<object, Result>(ports, 'navigateBackMiniProgram', () => {
      const { scene } = entry() as { scene?: number }
      if (scene !== OPENED_BY_ANOTHER) throw new WxFailure('not opened by another mini-program')
      leaveFor('exited')
      return {}
    }),
    exitMiniProgram: asyncApi<object, Result>(ports, 'exitMiniProgram', () => {
      leaveFor('exited')
      return {}
    }),
  }
}
