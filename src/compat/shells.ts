import type { Tianmu } from './tianmu/tianmu'
import type { WxBaas } from './wx-baas/wx-baas'

/** The shells of a build: undefined is one that it does not ask for. */
export interface Shells {
  readonly BaaS: WxBaas | undefined
  readonly tmSDK: Tianmu | undefined
}
