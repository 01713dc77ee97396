import { createManualClock } from '../../../wx/phone/clock'
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

  it('an advertisement that was destroyed says nothing more', async () => {
    const { ad, clock, heard } = withAd('createInterstitialAd')
    ad.destroy()
    await clock.advance(1)
    expect(heard).toEqual([])
  })
})
