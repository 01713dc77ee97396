import { createTianmu, type TianmuPorts } from '../../src/compat/tianmu/tianmu'
import { isPopupDue, rememberAnswer } from '../../src/features/profile/last-answer'
import type { ProfilePolicy } from '../../src/features/profile/policy'
import { granted } from './fake-backend'
import { launchedWith } from './make-auth'
import { memoryStorage } from './memory-storage'

/** What WeChat signed and encrypted of a profile. */
export const sealed = { encryptedData: 'E', iv: 'I', signature: 's', rawData: '{}' }
const given = { profile: { userInfo: { nickName: 'Al' }, ...sealed }, code: 'early' }

/**
 * wx.tmSDK over the session of Alice; `policy` is the profile feature's for the popup (config/features.ts),
 * `asked` has the descriptions WeChat showed.
 */
export const tianmuOf = async (policy: ProfilePolicy, ports: Partial<TianmuPorts> = {}) => {
  const made = await launchedWith(granted())
  const asked: string[] = []
  const storage = memoryStorage()
  const tianmu = createTianmu({
    auth: made.auth,
    appId: 'wx-app',
    isDue: () => isPopupDue(storage, policy, made.clock.now()),
    noteAnswer: () => rememberAnswer(storage, made.clock.now()),
    askProfile: (desc) => {
      asked.push(desc)
      return Promise.resolve(given)
    },
    byFunction: undefined,
    scene: '1001',
    vendor: undefined,
    ...ports,
  })
  return { ...made, tianmu, asked, storage }
}
