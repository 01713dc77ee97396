import { MemberDetail } from '../../../../src/features/session/MemberDetail'
import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'

const DAY_MS = 86_400_000
const nameless = { id: 7, nickname: '', avatar: '', openid: 'openid-of-alice' }

const offered = (platform: ReturnType<typeof fakePlatform>, user = nameless) =>
  renderPage(() => <MemberDetail user={user} />, { platform })

beforeEach(() => wechat.reset())
afterEach(() => void (__FEATURES__.profileOffer = 'first'))

// docs/wechat.md 1.6
describe('the offer to fill in a profile', () => {
  it.each([
    ['never', 'never', [false, false, false]],
    ['first', 'first', [true, false, false]],
    ['every 7 days', { everyDays: 7 }, [true, false, true]],
  ] as const)(
    'the offer to fill in a profile comes as the build has it: %s',
    async (_what, policy, [first, nextDay, nextWeek]) => {
      __FEATURES__.profileOffer = policy
      const clock = fakeClock()
      const platform = fakePlatform({ clock })
      const page = offered(platform)
      expect(page.has('profile-offer')).toBe(first)
      if (first) await page.tap('profile-offer')
      clock.advance(DAY_MS)
      expect(offered(platform).has('profile-offer')).toBe(nextDay)
      clock.advance(6 * DAY_MS)
      expect(offered(platform).has('profile-offer')).toBe(nextWeek)
    },
  )

  it('the offer to fill in a profile leads to the form, and asks no one who has a name', async () => {
    const page = offered(fakePlatform())
    await page.tap('profile-offer')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/member/profile/index' }])
    const named = offered(fakePlatform(), { ...nameless, nickname: 'Alice' })
    expect(named.has('profile-offer')).toBe(false)
  })
})
