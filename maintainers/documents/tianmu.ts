import { fieldsOf } from './holds'
import { createTianmu, type Tianmu } from '../../src/compat/tianmu/tianmu'
import { BaasError, CODE } from '../../src/baas/errors'
import { writeProfileByFunction } from '../../src/baas/profile'
import { isPopupDue, rememberAnswer } from '../../src/features/profile/last-answer'
import { openOurPhone, type OurStores } from '../../test/contract/differential/clients'
import type { World } from '../../test/contract/kit/world'
import { memorySdkStorage } from '../../test/kit/memory-sdk-storage'
import { memoryStorage } from '../../test/kit/memory-storage'

const APPID = 'touristappid'
// TARO_APP_PROFILE_OFFER.
const ASK_ONCE = 'first'

/** Who writes profiles in an app: TARO_APP_PROFILE_WRITER. */
export type TianmuWriter = 'client' | 'cloudFunction'

/** A phone with wx.tmSDK on it. */
export interface TianmuPhone {
  readonly person: string
  readonly tmSDK: Tianmu
  /** The descriptions that WeChat's popup showed. */
  readonly asked: readonly string[]
  /** WeChat's scene number at the launch. */
  readonly scene: string
  /** What a getUserInfo button of this person holds. */
  readonly profile: () => ReturnType<World['wechat']['profile']>
  readonly rename: (nickname: string) => Promise<void>
  /** Lets the popup fail with this errMsg, or undefined: shows it again. */
  readonly failWith: (errMsg: string | undefined) => void
  /** The same phone after its next launch. */
  readonly again: () => TianmuPhone
  /** Another phone of the person. */
  readonly elsewhere: () => TianmuPhone
  /** The user as the backend has it. */
  readonly user: () => Promise<Readonly<Record<string, unknown>>>
}

/** Opens a phone of a person, with our shell and our server. */
export const openTianmu = (
  world: World,
  person: string,
  writer: TianmuWriter,
  stores: OurStores = { storage: memoryStorage(), sdkStorage: memorySdkStorage() },
): TianmuPhone => {
  const { auth, BaaS } = openOurPhone(world, person, { server: world.server }, stores)
  const asked: string[] = []
  let failure: string | undefined
  const tmSDK = createTianmu({
    auth,
    appId: APPID,
    isDue: () => isPopupDue(stores.storage, ASK_ONCE, Date.now()),
    noteAnswer: () => rememberAnswer(stores.storage, Date.now()),
    askProfile: async (desc) => {
      asked.push(desc)
      if (failure !== undefined) throw new BaasError(CODE.wechatFailed, { cause: failure })
      const code = await auth.wechat.loginCode()
      return { profile: await world.wechat.profile(person), code }
    },
    byFunction: writer === 'client' ? undefined : writeProfileByFunction,
    scene: '1001',
    vendor: undefined,
  })
  return {
    person,
    tmSDK,
    asked,
    scene: '1001',
    profile: () => world.wechat.profile(person),
    rename: async (nickname) => {
      await fetch(`${process.env['CONTRACT_SIMULATOR'] ?? ''}/control/person`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person, nickname }),
      })
    },
    failWith: (errMsg) => {
      failure = errMsg
    },
    elsewhere: () => openTianmu(world, person, writer),
    user: async () => fieldsOf(await BaaS.auth.getCurrentUser()),
    again: () => openTianmu(world, person, writer, stores),
  }
}
