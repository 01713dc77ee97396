import { createManualClock } from '../../../wx/phone/clock'
import { createPhone, type PhoneOptions } from '../phone'

interface Recorder extends Record<string, unknown> {
  start: (option?: object) => void
  pause: () => void
  resume: () => void
  stop: () => void
}

const EVENTS = ['Start', 'Pause', 'Resume', 'Stop', 'Error']

const open = (replies: PhoneOptions['replies'] = {}) => {
  const clock = createManualClock(0)
  const phone = createPhone({ clock, replies })
  const recorder = phone.wx['getRecorderManager']?.() as Recorder
  const heard: unknown[] = []
  for (const event of EVENTS) {
    const on = recorder[`on${event}`] as (listener: (result: object) => void) => void
    on((result) => heard.push(event, ...Object.values(result)))
  }
  return { phone, clock, recorder, heard }
}

describe('the recorder', () => {
  it('the recorder asks for the microphone and makes a file as long as it ran, without the pauses', async () => {
    const { phone, clock, recorder, heard } = open()
    recorder.start({ format: 'mp3' })
    await clock.advance(2_000)
    recorder.pause()
    await clock.advance(5_000)
    recorder.resume()
    await clock.advance(1_000)
    recorder.stop()
    const path = heard[4]
    expect(heard).toEqual(['Start', 'Pause', 'Resume', 'Stop', path, 3_000, 3 * 1024])
    expect(path).toMatch(/\.mp3$/)
    expect(phone.file(String(path))?.bytes.byteLength).toBe(3 * 1024)
    expect(phone.person.asked.at(-1)).toMatchObject({ shows: { scope: 'scope.record' } })
  })

  it.each([
    [{ duration: 1_000 }, 1_000],
    [{}, 60_000],
    [{ duration: 9_000_000 }, 600_000],
  ])('the recorder ends by itself: %j', async (option, ms) => {
    const { clock, recorder, heard } = open()
    recorder.start(option)
    await clock.advance(0)
    await clock.advance(ms - 1)
    expect(heard).toEqual(['Start'])
    await clock.advance(1)
    expect(heard.slice(1)).toEqual(['Stop', expect.anything(), ms, expect.anything()])
  })

  it('the recorder says that the person refused, and may be started again', async () => {
    const { clock, recorder, heard } = open({ authorize: 'refuse' })
    recorder.start()
    await clock.advance(0)
    recorder.start()
    await clock.advance(0)
    const refused = ['Error', 'operateRecorder:fail auth deny']
    expect(heard).toEqual([...refused, ...refused])
  })

  it.each([
    ['stop', 'recorder not start'],
    ['pause', 'not recording'],
    ['resume', 'not paused'],
  ] as const)('the recorder fails to %s when it does not run', (name, words) => {
    const { recorder, heard } = open()
    recorder[name]()
    expect(heard).toEqual(['Error', `operateRecorder:fail ${words}`])
  })

  it('the recorder fails to start twice', async () => {
    const { clock, recorder, heard } = open()
    recorder.start()
    await clock.advance(0)
    recorder.start()
    expect(heard).toEqual(['Start', 'Error', 'operateRecorder:fail is recording or paused'])
  })
})
