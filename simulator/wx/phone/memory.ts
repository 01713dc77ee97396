/** What a phone keeps between two launches of one mini-program; deleting the mini-program is a new memory. */
export interface PhoneMemory {
  /** Storage: JSON text by key. */
  readonly entries: Map<string, string>
  /** What the person has said to the privacy agreement. */
  privacy: { kind: 'unasked' } | { kind: 'agreed' } | { kind: 'refused'; at: number }
  /** Whether they have let the mini-program read their profile by getUserInfo. */
  userInfo: 'unasked' | 'allowed'
}

/** Creates the memory of a phone that has never opened the mini-program. */
export const createPhoneMemory = (): PhoneMemory => ({
  entries: new Map(),
  privacy: { kind: 'unasked' },
  userInfo: 'unasked',
})
