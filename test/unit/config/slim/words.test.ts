import { Words } from '../../../../config/slim/words'

const wordsOf = (...scripts: string[]) => {
  const words = new Words()
  for (const script of scripts) words.add(script)
  return words
}

describe('the names in the scripts of an app', () => {
  it.each([
    ['a property', '{ hoverClass: "none" }', 'hover-class'],
    ['a dashed string', '"hover-class"', 'hoverClass'],
    ['part of a subtraction', 'size-1', 'size'],
    ['a style in a string', '`margin-top: ${x}px`', 'marginTop'],
  ])('the names in scripts include %s', (_what, script, name) => {
    expect(wordsOf(script).has(name)).toBe(true)
  })

  it('the names in scripts do not include parts of longer names', () => {
    expect(wordsOf('hoverClassName').has('hover-class')).toBe(false)
  })

  it('the names in scripts include an event that a property listens to, or addEventListener', () => {
    expect(wordsOf('<View onTouchStart={f}>').hasEvent('touchstart')).toBe(true)
    expect(wordsOf('ref.addEventListener("touchstart", f)').hasEvent('touchstart')).toBe(true)
    expect(wordsOf('"touchstart"', 'ref.addEventListener("abort", f)').hasEvent('touchstart')).toBe(
      false,
    )
  })

  it('the names in scripts include every event that is named somewhere, when a script makes the names it listens to', () => {
    const words = wordsOf('ref.addEventListener(name, f)', 'const NAMES = ["touchstart"]')
    expect(words.hasEvent('touchstart')).toBe(true)
    expect(words.hasEvent('touchend')).toBe(false)
  })
})
