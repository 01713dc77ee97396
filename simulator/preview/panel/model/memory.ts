import { createPhoneMemory, type PhoneMemory } from '../../../wx/phone/memory'

const keyOf = (person: string) => `phone of ${person}`

interface Kept {
  entries: [string, string][]
  privacy: PhoneMemory['privacy']
  userInfo?: PhoneMemory['userInfo']
}

const readKept = (person: string): Kept | undefined => {
  const text = sessionStorage.getItem(keyOf(person))
  return text === null ? undefined : (JSON.parse(text) as Kept)
}

/** The phone of this person as they left it, in this tab of the browser; fresh when they never had one. */
export const recallMemory = (person: string): PhoneMemory => {
  const kept = readKept(person)
  if (kept === undefined) return createPhoneMemory()
  const { entries, privacy, userInfo = 'unasked' } = kept
  return { entries: new Map(entries), privacy, userInfo }
}

/** Keeps the phone until the tab is closed. */
export const keepMemory = (person: string, { entries, ...rest }: PhoneMemory): void =>
  sessionStorage.setItem(keyOf(person), JSON.stringify({ entries: [...entries], ...rest }))

/** The person deletes the mini-program from their phone. */
export const forgetMemory = (person: string): void => sessionStorage.removeItem(keyOf(person))
