import { createManualClock } from '../../../wx/phone/clock'
import { logOf, onePage, run } from '../../host/bundle'
import { createPhone } from '../phone'

interface Ad {
  onError: (listener: (error: object) => void) => void
  offError: (listener: (error: object) => void) => void
  onLoad: (listener: () => void) => void
  onClose: (listener: () => void) => void
  load: () => Promise<void>
  show: () => Promise<void>
  destroy: () => void
}

const NONE = { errCode: 1004, errMsg: '无适合的广告' }
const KINDS = ['createInterstitialAd', 'createRewardedVideoAd']

const withAd = (name: string) => {
  const clock = createManualClock(0)
  const { wx } = createPhone({ clock })
  const ad = wx[name]?.({ adUnitId: 'adunit-1' }) as Ad
  const heard: object[] = []
  const listen = (error: object) => void heard.push(error)
  ad.onError(listen)
  for (const name of ['onLoad', 'onClose'] as const) ad[name](() => heard.push({ name }))
  return { ad, clock, heard, listen }
}

describe('an advertisement', () => {
  it.each(KINDS)('an advertisement says by itself that there is none: %s', async (name) => {
    const { clock, heard } = withAd(name)
    expect(heard).toEqual([])
    await clock.advance(1)
    expect(heard).toEqual([NONE])
  })

  it.each(KINDS)('an advertisement is neither loaded nor shown: %s', async (name) => {
    const { ad, heard, listen } = withAd(name)
    await expect(ad.load()).rejects.toEqual(NONE)
    ad.offError(listen)
    await expect(ad.show()).rejects.toEqual(NONE)
    expect(heard).toEqual([NONE])
  })

  it('an advertisement of a page reports once that there is none, when it is there', async () => {
    const page = `Page({
      data: { more: false },
      error({ currentTarget, detail }) { console.log(currentTarget.id, detail.errCode) },
      add() { this.setData({ more: true }) },
    })`
    const template = `<ad id="a" unit-id="u" binderror="error" /><view id="add" bindtap="add" />
      <ad-custom wx:if="{{more}}" id="b" unit-id="u" binderror="error" />`
    const app = await run(onePage(page, template))
    await app.tap('add')
    expect(logOf(app)).toEqual(['a 1004', 'b 1004'])
    app.close()
  })

  it('an advertisement that was destroyed says nothing more', async () => {
    const { ad, clock, heard } = withAd('createInterstitialAd')
    ad.destroy()
    await clock.advance(1)
    expect(heard).toEqual([])
  })
})
