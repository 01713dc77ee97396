import Taro from '@tarojs/taro'
import type { Wechat } from '../../baas/wechat'
import { answered } from '../answered'
import { appBaseInfo } from './app-base-info'
import { capability } from './capability'

/**
 * The base library's version. Libraries too old to say it without deprecated calls are distinguished by what
 * they can do: only the thresholds 2.16.0 and 2.21.2 matter to the protocol (docs/protocol.md 6.8).
 */
const libVersion = (): string =>
  appBaseInfo().SDKVersion || (capability('createOffscreenCanvas') ? '2.16.1' : '2.10.4')

export const wechat: Wechat = {
  loginCode: async () => (await answered(() => Taro.login())).code,
  libVersion,
}
