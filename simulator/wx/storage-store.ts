/** One stored value: its JSON text, so that a second launch reads what the first one wrote. */
export type Storage = Map<string, string>

/** Creates the storage of a phone that has never opened the mini-program. */
export const createStorage = (): Storage => new Map()
