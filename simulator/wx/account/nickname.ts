import type { Control } from './open-abilities'
import type { WxPorts } from '../ports'
import type { Privacy } from './privacy'
import { supports } from '../versions'

/**
 * The asynchronous review of `<input type="nickname">` after it lost focus: a nickname that fails is cleared,
 * `bindnicknamereview` reports the verdict, and blur came before it (docs/wechat.md 2.2). Without privacy consent
 * the input is plain text.
 */
export const createNicknameReview = ({ person, device, loop }: WxPorts, privacy: Privacy) => {
  return async (input: Control, nickname: string): Promise<void> => {
    if (!supports(device.libVersion, '2.24.4') || !privacy.agreed() || nickname === '') return
    const end = loop.begin()
    const verdict = await person.answer('nicknameReview', { nickname })
    if (verdict === 'fail') input.clear()
    input.fire('nicknamereview', { pass: verdict === 'pass', timeout: verdict === 'timeout' })
    end()
  }
}
