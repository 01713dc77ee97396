/** A browser loads the newest version by itself. */
export const offerUpdates = (): void => undefined
