import { quietly, storedAt, type Storage } from '../../auth/storage'
import { readLanguage, type LanguageChoice } from '../../i18n/language'

const KEY = 'language'

/** What the person chose before; `system` when nothing is stored or storage refuses. */
export const rememberedLanguage = (storage: Storage): LanguageChoice =>
  readLanguage(storedAt(storage, KEY)) ?? 'system'

/** Stores a choice for the next launch; `system` stores nothing. */
export const rememberLanguage =
  (storage: Storage) =>
  (choice: LanguageChoice): void =>
    quietly(() => (choice === 'system' ? storage.remove(KEY) : storage.set(KEY, choice)))
