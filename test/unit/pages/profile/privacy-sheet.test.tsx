import { createPrivacyQueue } from '../../../../src/features/privacy/queue'
import type { Privacy } from '../../../../src/platform/platform'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { openPage } from '../../../kit/pages/open-profile'

beforeEach(() => wechat.reset())

describe('our own sheet for consent', () => {
  afterEach(() => {
    __FEATURES__.privacySheet = 'official'
  })

  it('our own sheet for consent asks while calls wait, and answers them by the tap on its agree button', async () => {
    __FEATURES__.privacySheet = 'own'
    const page = await openPage()
    const answers: unknown[] = []
    await page.settled(() => page.privacyQueue.need((answer) => answers.push(answer)))
    await page.wechatSays('privacy-agree', 'agreeprivacyauthorization', {})
    expect(answers).toEqual([
      { event: 'exposureAuthorization' },
      { event: 'agree', buttonId: 'privacy-agree' },
    ])
    expect(page.has('privacy')).toBe(false)
  })

  it('our own sheet for consent takes a page that is left as a no, as a call without an answer would wait for ever', async () => {
    __FEATURES__.privacySheet = 'own'
    const page = await openPage()
    const answers: unknown[] = []
    await page.settled(() => page.privacyQueue.need((answer) => answers.push(answer)))
    page.unmount()
    expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'disagree' }])
    expect(page.privacyQueue.asking.getState()).toBe(false)
  })

  // docs/wechat.md 3.3
  it('our own sheet for consent answers through the one listener WeChat keeps, which the app registered at launch', async () => {
    __FEATURES__.privacySheet = 'own'
    let heard: Parameters<Privacy['onNeedConsent']>[0] = () => undefined
    const { privacy } = fakePlatform()
    const onNeedConsent: Privacy['onNeedConsent'] = (listener) => {
      heard = listener
    }
    const queue = createPrivacyQueue()
    onNeedConsent(queue.need)
    const page = await openPage(fakePlatform({ privacy: { ...privacy, onNeedConsent } }), queue)
    const answers: unknown[] = []
    await page.settled(() => heard((answer) => answers.push(answer)))
    await page.wechatSays('privacy-agree', 'agreeprivacyauthorization', {})
    expect(answers).toContainEqual({ event: 'agree', buttonId: 'privacy-agree' })
  })
})
