import Taro from '@tarojs/taro'
import type { Tianmu } from './tianmu'

// The vendor's script hangs itself on WeChat's own global; Taro's copy of that does not have it.
declare const wx: { readonly tmSDK?: Tianmu }

/** wx.tmSDK, when the project brings the vendor's script (docs/protocol.md 12). */
export const vendorTianmu = (): Tianmu | undefined => wx.tmSDK

/** The scene number that WeChat opened the app with. */
export const launchScene = (): string => String(Taro.getLaunchOptionsSync().scene ?? '')

/** The AppID this package runs under. */
export const appId = (): string => Taro.getAccountInfoSync().miniProgram.appId
