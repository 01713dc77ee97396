import { createPopupCache, type PopupPolicy } from '../../src/compat/tianmu/policy'
import { createTianmu, type TianmuPorts } from '../../src/compat/tianmu/tianmu'
import { granted } from './fake-backend'
import { launchedWith } from './make-auth'
import { memoryStorage } from './memory-storage'

/** What WeChat signed and encrypted of a profile. */
export const sealed = { encryptedData: 'E', iv: 'I', signature: 's', rawData: '{}' }
const given = { profile: { userInfo: { nickName: 'Al' }, ...sealed }, code: 'early' }

/** wx.tmSDK over the session of Alice, under a popup policy; `asked` has the descriptions WeChat showed. */
export async function tianmuOf(policy: PopupPolicy, ports: Partial<TianmuPorts> = {}) {
  const made = await launchedWith(granted())
  const asked: string[] = []
  const storage = memoryStorage()
  const tianmu = createTianmu({
    auth: made.auth,
    baas: made.baas.auth,
    appId: 'wx-app',
    cache: createPopupCache(policy, storage),
    now: made.clock.now,
    askProfile: (desc) => {
      asked.push(desc)
      return Promise.resolve(given)
    },
    vendor: undefined,
    ...ports,
  })
  return { ...made, tianmu, asked, storage }
}
