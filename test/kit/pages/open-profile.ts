import { createPrivacyQueue } from '../../../src/features/privacy/queue'
import type { ProfileAnswer } from '../../../src/platform/platform'
import ProfilePage from '../../../src/pages/member/profile/index'
import { granted } from '../fake-backend'
import { fakePlatform } from '../fake-platform'
import { makeAuth } from '../make-auth'
import { renderPage } from '../render-page'

export const alice = { id: 7, nickname: 'Alice', avatar: 'https://cdn.invalid/a.png' }
export const GREY =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6ic/132'
export const answered = (nickName: string, avatarUrl: string): ProfileAnswer => ({
  code: 'a-code',
  profile: {
    userInfo: { nickName, avatarUrl },
    rawData: '{}',
    signature: 's',
    encryptedData: 'e',
    iv: 'i',
  },
})

export const openPage = async (platform = fakePlatform(), privacyQueue = createPrivacyQueue()) => {
  const { wechat: device } = platform
  const page = renderPage(ProfilePage, { ...makeAuth({ wechat: device }), platform, privacyQueue })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(granted(alice)))
  return page
}

export const submit = async (page: Awaited<ReturnType<typeof openPage>>, nickname: string) => {
  await page.type('profile-nickname', nickname)
  await page.tap('profile-save')
}

/** The last WeChat that answered getUserProfile with the person's own profile. */
export const answering = { loginCode: () => Promise.resolve('a-code'), libVersion: () => '2.27.0' }
