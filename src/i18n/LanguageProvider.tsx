import { createContext, useContext, type PropsWithChildren } from 'react'
import { textsFor, type Texts } from './texts'

const TextsContext = createContext<Texts>(textsFor(''))

/** Chooses the dictionary for everything below, by language tag. */
export function LanguageProvider({ tag, children }: PropsWithChildren<{ tag: string }>) {
  return <TextsContext.Provider value={textsFor(tag)}>{children}</TextsContext.Provider>
}

/** Every sentence of the app in the person's language. */
export const useTexts = (): Texts => useContext(TextsContext)
