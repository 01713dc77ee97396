/** A browser loads the newest version by itself. */
export const offerUpdates: (languageTag: string) => void = () => undefined
