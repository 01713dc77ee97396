import TimelinePage from '../../../src/pages/dev/timeline'
import type { TimelineEvent } from '../../../src/auth/timeline'
import { granted, refused, settle } from '../../kit/fake-backend'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'
import { observedAuth, replay } from '../../kit/replay'
import { wechat } from '../../kit/stubs/taro'

const sessionsIn = (events: readonly TimelineEvent[]) =>
  events.filter(({ what }) => what === 'session')

describe('the hidden page of development builds', () => {
  afterEach(() => wechat.reset())

  it('the hidden page copies the timeline as a fixture, and a test can play it again', async () => {
    const { auth, network, timeline } = observedAuth({ answersLogins: true })
    void auth.launch()
    await settle()
    network.answer(refused(404))
    await settle()
    void auth.signIn({ by: 'wechat', createUser: true, withUnionID: false })
    await settle()
    network.answer(granted())
    await settle()

    const page = renderPage(TimelinePage, { kit: { ...makeAuth().kit, timeline } })
    expect(page.container.textContent).toContain('→ member')
    await page.tap('timeline-copy')
    const [copied] = wechat.calls('setClipboardData') as [{ data: string }]
    const fixture = JSON.parse(copied.data) as TimelineEvent[]

    expect(sessionsIn(fixture).at(-1)).toMatchObject({ tag: 'member' })
    expect(sessionsIn(await replay(fixture))).toEqual(sessionsIn(fixture))
  })
})
