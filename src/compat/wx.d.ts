import type { Tianmu } from './tianmu/tianmu'
import type { WxBaas } from './wx-baas/wx-baas'

declare global {
  /** What TARO_APP_WX_BAAS and TARO_APP_TIANMU add to WeChat's own global; undefined without the setting. */
  const wx: { readonly BaaS: WxBaas; readonly tmSDK: Tianmu }
}
