import type { Keystroke } from '../../../simulator/index'
import { numbersFrom } from '../../kit/seeded-numbers'

const ALPHABET = [...'abcxyz0189 .@你好']

/** What fingers do to an empty field of so many characters at most, and the text that this makes. */
export const typingOf = (seed: number, room: number): { strokes: Keystroke[]; text: string } => {
  const next = numbersFrom(seed)
  const random = (end: number) => next() % end
  const characters = (count: number) =>
    Array.from({ length: count }, () => ALPHABET[random(ALPHABET.length)] ?? 'a').join('')
  const half = characters(Math.max(1, Math.floor(room / 2) - 1))
  const at = random(half.length + 1)
  const before = half.slice(0, at)
  const erased = before.slice(0, -1)
  const pasted = room > 12 ? characters(3) : ''
  const composed = room > 12 ? '词' : ''
  const end = characters(2)
  return {
    strokes: [
      { kind: 'text', text: half },
      { kind: 'move', to: at },
      ...(before === '' ? [] : [{ kind: 'delete' } as const]),
      ...(pasted === '' ? [] : [{ kind: 'paste', text: pasted } as const]),
      ...(composed === '' ? [] : [{ kind: 'compose', keys: 'ci', text: composed } as const]),
      { kind: 'text', text: end },
    ],
    text: erased + pasted + composed + end + half.slice(at),
  }
}
