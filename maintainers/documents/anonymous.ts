import assert from 'node:assert/strict'
import { loggedBy } from './old-app'
import type { DocumentWorld } from './world'

/** The nickname that WeChat returns for each person since 2021. */
export const ANONYMOUS = '微信用户'

/** Throws unless a getUserInfo button returns the anonymous profile on the phone of these days, or on `device`. */
export const anonymousFromButton = async (
  world: DocumentWorld,
  device: { libVersion?: string; platform?: 'ios' | 'devtools' } = {},
): Promise<void> => {
  assert.equal(await nameFromButton(world, device), ANONYMOUS)
}

/** The nickname in the event of a getUserInfo button. */
export const nameFromButton = async (
  world: DocumentWorld,
  device: { libVersion?: string; platform?: 'ios' | 'devtools' },
): Promise<string | undefined> => {
  const app = await world.open({
    script: 'Page({ heard(e) { console.log(e.detail.userInfo.nickName) } })',
    template: '<button id="go" open-type="getUserInfo" bindgetuserinfo="heard">x</button>',
    options: { person: world.stranger(), device },
  })
  await app.tap('go')
  return loggedBy(app)[0]
}
