import { wholeNumber } from '../kit/whole-number'

describe('a number that a command was given', () => {
  it('a number that a command was given is the whole number that was written', () => {
    expect(wholeNumber('stories', '10000')).toBe(10_000)
  })

  it.each(['', '0', '-3', '1.5', 'ten', '--stories', '1e400'])(
    'a number that a command was given is refused in words when it is %j',
    (text) => {
      expect(() => wholeNumber('stories', text)).toThrow(
        `stories takes a whole number from 1, not ${text}.`,
      )
    },
  )
})
