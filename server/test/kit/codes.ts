import type { Simulator } from '../../../simulator/index'

/** Returns fresh wx.login codes of people, under the AppID of development. */
export const codesOf =
  ({ platform }: Simulator) =>
  (person: string): string =>
    platform.login(person, { kind: 'app', appid: 'touristappid' })
