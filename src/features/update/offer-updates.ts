import type { Language } from '../../i18n/language'

/** A browser loads the newest version by itself. */
export const offerUpdates: (language: () => Language) => void = () => undefined
