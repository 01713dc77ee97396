import { createCircuit } from '../../src/wechat/circuit'
import { handClock } from '../kit/hand-clock'

const SECOND = 1_000

describe('the circuit', () => {
  const open = () => {
    const clock = handClock()
    const circuit = createCircuit({ failures: 5, spanMs: SECOND, restMs: 2 * SECOND }, clock)
    const begin = () => {
      const turn = circuit.begin()
      return 'restMs' in turn ? turn.restMs : turn.end
    }
    const call = (outcome: 'answered' | 'failed') => {
      const turn = begin()
      if (typeof turn === 'number') return false
      turn(outcome)
      return true
    }
    const breakIt = () => {
      for (let failure = 0; failure < 5; failure++) {
        call('failed')
        clock.advance(SECOND / 4)
      }
    }
    return { clock, begin, call, breakIt }
  }

  it('the circuit stays closed while calls are slow, but answered', () => {
    const { clock, begin, call } = open()
    for (let round = 0; round < 10; round++) {
      const ends = Array.from({ length: 260 }, begin)
      clock.advance(5 * SECOND)
      for (const end of ends) if (typeof end === 'function') end('answered')
    }
    expect(call('answered')).toBe(true)
  })

  it('the circuit opens after failures in a row that last for a second, and not for one short failure', () => {
    const { clock, begin, call } = open()
    const ends = Array.from({ length: 100 }, begin)
    for (const end of ends) if (typeof end === 'function') end('failed')
    expect(call('answered')).toBe(true)
    for (let failure = 0; failure < 4; failure++) call('failed')
    clock.advance(SECOND)
    expect(call('failed')).toBe(true)
    expect(begin()).toBe(2 * SECOND)
  })

  it('the circuit is kept closed by an answer among the failures', () => {
    const { clock, call } = open()
    for (let times = 0; times < 50; times++) {
      expect(call(times % 5 === 4 ? 'answered' : 'failed')).toBe(true)
      clock.advance(SECOND)
    }
  })

  it('the circuit lets one call probe after its rest, holds the others off, and closes when that is answered', () => {
    const { clock, begin, call, breakIt } = open()
    breakIt()
    clock.advance(2 * SECOND - SECOND / 4 - 1)
    expect(begin()).toBe(1)
    clock.advance(1)
    const probe = begin()
    expect([begin(), begin()]).toEqual([2 * SECOND, 2 * SECOND])
    if (typeof probe === 'function') probe('answered')
    expect(Array.from({ length: 260 }, () => call('answered'))).not.toContain(false)
  })

  it('the circuit rests again when the probe fails', () => {
    const { clock, call, breakIt, begin } = open()
    breakIt()
    clock.advance(2 * SECOND)
    expect(call('failed')).toBe(true)
    expect(begin()).toBe(2 * SECOND)
  })

  it('the circuit ignores calls that began before it closed again', () => {
    const { clock, begin, call, breakIt } = open()
    const old = Array.from({ length: 100 }, begin)
    breakIt()
    clock.advance(2 * SECOND)
    expect(call('answered')).toBe(true)
    for (const end of old) {
      clock.advance(SECOND)
      if (typeof end === 'function') end('failed')
    }
    expect(call('answered')).toBe(true)
  })

  it('the circuit is not kept closed by a clock that was set back after the first failure', () => {
    const { clock, call, breakIt } = open()
    call('failed')
    clock.advance(-60 * SECOND)
    breakIt()
    expect(call('failed')).toBe(false)
  })

  it('the circuit is not kept open by a clock that was set back', () => {
    const { clock, call, breakIt } = open()
    breakIt()
    clock.advance(-60 * SECOND)
    expect(call('answered')).toBe(true)
  })
})
