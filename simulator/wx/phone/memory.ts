/** A file that a phone keeps. */
export interface KeptFile {
  /** Never changed in place. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Milliseconds on the phone's clock. */
  readonly createdAt: number
  readonly modifiedAt: number
}

/** What a phone keeps between two launches of one mini-program; deleting the mini-program is a new memory. */
export interface PhoneMemory {
  /** Storage: JSON text by key. */
  readonly entries: Map<string, string>
  /** Files of the mini-program's own by path inside of `wx.env.USER_DATA_PATH`, and saved ones by their whole path. */
  readonly files: Map<string, KeptFile>
  /** Folders inside of `wx.env.USER_DATA_PATH`, by path. */
  readonly folders: Set<string>
  /** What the person has said to the privacy agreement. */
  privacy: { kind: 'unasked' } | { kind: 'agreed' } | { kind: 'refused'; at: number }
  /** What they have allowed (true) or refused (false) of what they were asked for, by scope: `scope.userLocation`. */
  readonly scopes: Map<string, boolean>
}

/** Creates the memory of a phone that has never opened the mini-program. */
export const createPhoneMemory = (): PhoneMemory => ({
  entries: new Map(),
  files: new Map(),
  folders: new Set(),
  privacy: { kind: 'unasked' },
  scopes: new Map(),
})
