import { run, type Sources } from './bundle'
import { TRAPS } from './trap-apps'

describe('a trap shows in the app that falls into it, and not in the same app without it', () => {
  it.each(Object.entries(TRAPS))('%s', async (_name, { trapped, mended, on, play, shows }) => {
    const seenIn = async (sources: Sources) => {
      const app = await run(sources, on?.())
      await play(app)
      const seen = shows(app)
      app.close()
      return seen
    }
    expect(await seenIn(trapped)).toBe(true)
    expect(await seenIn(mended)).toBe(false)
  })

  it('each trap of the WeChat rules that needs a host is among them', () => {
    const numbers = new Set(Object.keys(TRAPS).map((name) => name.split(' ')[0]))
    const wanted = ['T1', 'T2', 'T6', 'T9', 'T10', 'T11', 'T12', 'T13', 'T14', 'T15', 'T35', 'T36']
    expect([...numbers]).toEqual(wanted)
  })
})
