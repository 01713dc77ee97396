import { forgetMemory, keepMemory, recallMemory } from '../../preview/panel/model/memory'
import { createPhoneMemory } from '../../wx/phone/memory'

/** A tab that keeps so many characters at most, as browsers do. */
const tabOf = (most: number) => {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > most) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  }
}

const phoneWith = (text: string) => {
  const memory = createPhoneMemory()
  memory.entries.set('plain:k', text)
  return memory
}

describe('the phones a tab keeps', () => {
  beforeEach(() => Object.assign(globalThis, { sessionStorage: tabOf(1000) }))
  afterEach(() => Reflect.deleteProperty(globalThis, 'sessionStorage'))

  it('the phones a tab keeps are there again, one for each person, until the app is deleted', () => {
    keepMemory('alice', phoneWith('a'))
    expect(recallMemory('alice').entries.get('plain:k')).toBe('a')
    expect(recallMemory('bob').entries.size).toBe(0)
    forgetMemory('alice')
    expect(recallMemory('alice').entries.size).toBe(0)
  })

  it('the phones a tab keeps have their files and folders again, byte by byte, unless they are too large', () => {
    const bytes = Uint8Array.from([0, 128, 255])
    const memory = phoneWith('a')
    memory.folders.add('d')
    memory.files.set('d/f', { bytes, createdAt: 1, modifiedAt: 2 })
    keepMemory('dave', memory)
    const kept = recallMemory('dave')
    expect(kept).not.toBe(memory)
    expect([...kept.files]).toEqual([['d/f', { bytes, createdAt: 1, modifiedAt: 2 }]])
    expect([...kept.folders]).toEqual(['d'])
    memory.files.set('g', { bytes: new Uint8Array(5_000_000), createdAt: 1, modifiedAt: 1 })
    keepMemory('dave', memory)
    expect(recallMemory('dave')).toBe(memory)
    forgetMemory('dave')
  })

  it('the phones a tab keeps know what was allowed and refused', () => {
    const memory = phoneWith('a')
    memory.scopes.set('scope.userLocation', false).set('scope.camera', true)
    keepMemory('alice', memory)
    expect([...recallMemory('alice').scopes]).toEqual([
      ['scope.userLocation', false],
      ['scope.camera', true],
    ])
  })

  it('the phone that holds more than a tab keeps stays as it is, and nothing throws', () => {
    const large = 'x'.repeat(2000)
    keepMemory('carol', phoneWith('small'))
    keepMemory('carol', phoneWith(large))
    expect(recallMemory('carol').entries.get('plain:k')).toBe(large)
    keepMemory('carol', phoneWith('small again'))
    expect(recallMemory('carol').entries.get('plain:k')).toBe('small again')
    forgetMemory('carol')
    expect(recallMemory('carol').entries.size).toBe(0)
  })
})
