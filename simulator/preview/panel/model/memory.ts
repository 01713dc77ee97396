import { createPhoneMemory, type PhoneMemory } from '../../../wx/phone/memory'

const keyOf = (person: string) => `phone of ${person}`

interface Kept {
  entries: [string, string][]
  privacy: PhoneMemory['privacy']
  userInfo?: PhoneMemory['userInfo']
}

/** Phones that hold more than a tab keeps. */
const tooLarge = new Map<string, PhoneMemory>()

const readKept = (person: string): Kept | undefined => {
  const text = sessionStorage.getItem(keyOf(person))
  return text === null ? undefined : (JSON.parse(text) as Kept)
}

/** The phone of this person as they left it, in this tab of the browser; fresh when they never had one. */
export const recallMemory = (person: string): PhoneMemory => {
  const kept = readKept(person)
  if (kept === undefined) return tooLarge.get(person) ?? createPhoneMemory()
  const { entries, privacy, userInfo = 'unasked' } = kept
  return { entries: new Map(entries), privacy, userInfo }
}

/** The person deletes the mini-program from their phone. */
export const forgetMemory = (person: string): void => {
  tooLarge.delete(person)
  sessionStorage.removeItem(keyOf(person))
}

/**
 * Keeps the phone until the tab is closed. A phone holds up to 10 MB, a tab about half of it: one that does not fit is kept until the
 * tab is loaded anew.
 */
export const keepMemory = (person: string, memory: PhoneMemory): void => {
  const { entries, ...rest } = memory
  try {
    sessionStorage.setItem(keyOf(person), JSON.stringify({ entries: [...entries], ...rest }))
    tooLarge.delete(person)
  } catch {
    forgetMemory(person)
    tooLarge.set(person, memory)
  }
}
