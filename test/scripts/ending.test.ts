import { endingOf } from '../../scripts/start/ending'

const made = () => {
  const acts: string[] = []
  const clock = { ms: 0 }
  const part = { stop: () => void acts.push('stop'), kill: () => void acts.push('kill') }
  return { acts, clock, ending: endingOf([part, part], () => clock.ms) }
}

describe('the end of npm start', () => {
  it('the end of npm start asks every part at the first Ctrl-C, and kills at the second', () => {
    const { acts, clock, ending } = made()
    ending.signalled()
    expect(acts).toEqual(['stop', 'stop'])
    clock.ms = 2_000
    ending.signalled()
    expect(acts.slice(2)).toEqual(['kill', 'kill'])
  })

  it('the end of npm start kills nothing for one Ctrl-C that npm passes on, too', () => {
    const { acts, clock, ending } = made()
    ending.signalled()
    clock.ms = 5
    ending.signalled()
    expect(acts).toEqual(['stop', 'stop'])
  })

  it('the end of npm start is known before any part has begun', () => {
    const ending = endingOf([])
    expect(ending.isAsked()).toBe(false)
    ending.signalled()
    expect(ending.isAsked()).toBe(true)
  })
})
