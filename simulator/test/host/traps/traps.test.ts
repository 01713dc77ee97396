import { run, type Sources } from '../bundle'
import { TRAPS } from './trap-apps'

describe('a trap shows in the app that falls into it, and not in the same app without it', () => {
  it.each(Object.entries(TRAPS))(
    'a trap shows in the app that falls into it, and not in the same app without it: %s',
    async (_name, { trapped, mended, on, play, shows }) => {
      const seenIn = async (sources: Sources) => {
        const app = await run(sources, on?.())
        await play(app)
        const seen = shows(app)
        app.close()
        return seen
      }
      expect(await seenIn(trapped)).toBe(true)
      expect(await seenIn(mended)).toBe(false)
    },
  )

  it('the traps cover every mistake of docs/wechat.md that only a host can show', () => {
    const sections = new Set(Object.values(TRAPS).map(({ section }) => section))
    const wanted = [
      '1.2',
      '1.3',
      '9.1',
      '8.2',
      '3.3',
      '3.4',
      '5.9',
      '2.3',
      '2.2',
      '2.4',
      '3.5',
      '1.7',
    ]
    expect([...sections]).toEqual(wanted)
  })
})
