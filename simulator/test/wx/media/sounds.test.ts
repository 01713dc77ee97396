import { createManualClock } from '../../../wx/phone/clock'
import { createPhone } from '../phone'

interface Sound {
  src: string
  title: string
  autoplay: boolean
  loop: boolean
  playbackRate: number
  startTime: number
  currentTime: number
  readonly paused: boolean
  readonly duration: number
  play: () => void
  pause: () => void
  stop: () => void
  seek: (position: number) => void
  destroy: () => void
}

const EVENTS = ['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'Error', 'Seeking', 'Seeked']
const SOURCE = 'https://a.example/a.mp3'

/** A player of a phone whose clock stands, and the events it has had, without those of time. */
const open = (name = 'createInnerAudioContext') => {
  const clock = createManualClock(0)
  const phone = createPhone({ clock })
  const sound = phone.wx[name]?.() as unknown as Sound
  const on = sound as unknown as Record<string, (listener: (event: object) => void) => void>
  const heard: string[] = []
  let updates = 0
  for (const event of EVENTS) on[`on${event}`]?.(() => void heard.push(event))
  on['onTimeUpdate']?.(() => void (updates += 1))
  return { sound, heard, clock, phone, on, updates: () => updates }
}

describe('sounds', () => {
  it('a sound is ready, plays for ten seconds and ends, with its times on the phone’s clock', async () => {
    const { sound, heard, clock, updates } = open()
    sound.src = SOURCE
    expect([sound.paused, sound.duration]).toEqual([true, 0])
    sound.play()
    await clock.advance(2_500)
    expect(heard).toEqual(['Canplay', 'Play'])
    expect([sound.paused, sound.duration, sound.currentTime, updates()]).toEqual([
      ...[false, 10, 2.5, 10],
    ])
    await clock.advance(7_500)
    expect(heard).toEqual(['Canplay', 'Play', 'Ended'])
    expect([sound.paused, sound.currentTime]).toEqual([true, 10])
    sound.play()
    await clock.advance(1_000)
    expect(sound.currentTime).toBe(1)
  })

  it('a sound goes on where it was paused, and from its start where it was stopped', async () => {
    const { sound, heard, clock } = open()
    sound.autoplay = true
    sound.startTime = 1
    sound.src = SOURCE
    await clock.advance(2_000)
    sound.pause()
    await clock.advance(60_000)
    expect(sound.currentTime).toBe(3)
    sound.play()
    await clock.advance(1_000)
    expect(sound.currentTime).toBe(4)
    sound.stop()
    expect(sound.currentTime).toBe(0)
    sound.play()
    expect(sound.currentTime).toBe(1)
    expect(heard).toEqual(['Canplay', 'Play', 'Pause', 'Play', 'Stop', 'Play'])
  })

  it('a sound is sought by seek and by currentTime, and plays at its rate', async () => {
    const { sound, heard, clock } = open()
    sound.src = SOURCE
    sound.playbackRate = 2
    sound.play()
    await clock.advance(1_000)
    expect(sound.currentTime).toBe(2)
    sound.seek(5)
    expect(sound.currentTime).toBe(5)
    sound.currentTime = 9
    await clock.advance(500)
    expect(heard).toEqual([
      ...['Canplay', 'Play', 'Seeking', 'Seeked', 'Seeking', 'Seeked', 'Ended'],
    ])
  })

  it('a sound in a loop never ends, and a destroyed one reports nothing more', async () => {
    const { sound, heard, clock, updates } = open()
    sound.loop = true
    sound.src = SOURCE
    sound.play()
    await clock.advance(25_000)
    expect(heard).toEqual(['Canplay', 'Play'])
    expect(sound.currentTime).toBe(5)
    sound.destroy()
    const before = updates()
    await clock.advance(25_000)
    expect(updates()).toBe(before)
  })

  it('a sound of a file that is not there reports error 10003', async () => {
    const { sound, on, clock } = open()
    const errors: object[] = []
    on['onError']?.((error) => void errors.push(error))
    sound.src = '/sounds/none.mp3'
    sound.play()
    await clock.advance(0)
    expect(errors).toEqual([{ errCode: 10003, errMsg: 'errCode:10003, err:file not found' }])
    expect(sound.paused).toBe(true)
  })

  it('a sound no longer calls a listener that was taken away', async () => {
    const { sound, heard, clock, on } = open()
    on['offCanplay']?.(undefined as never)
    sound.src = SOURCE
    await clock.advance(0)
    expect(heard).toEqual([])
  })

  it('the background sound is one for the app, needs a title and plays by itself', async () => {
    const { sound, heard, clock, phone } = open('getBackgroundAudioManager')
    expect(phone.wx['getBackgroundAudioManager']?.()).toBe(sound)
    sound.src = SOURCE
    expect(heard).toEqual(['Error'])
    sound.title = 'A song'
    sound.src = SOURCE
    await clock.advance(10_000)
    expect(heard).toEqual(['Error', 'Canplay', 'Play', 'Ended'])
  })

  it('the phone vibrates unseen, and refuses a strength it does not have', async () => {
    const { phone } = open()
    expect(await phone.call('vibrateShort', { type: 'light' })).toEqual({
      errMsg: 'vibrateShort:ok',
    })
    expect(await phone.call('vibrateShort', { type: 'wild' })).toEqual({
      errMsg: 'vibrateShort:fail style is not support',
    })
  })
})
