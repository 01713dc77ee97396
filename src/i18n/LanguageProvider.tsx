import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type PropsWithChildren,
} from 'react'
import { chosenLanguage, type Dictionary, type Language, type LanguageChoice } from './language'

interface Choice {
  language: Language
  choice: LanguageChoice
  choose: (choice: LanguageChoice) => void
}

const LanguageContext = createContext<Choice>({
  language: 'zh-CN',
  choice: 'system',
  choose: () => undefined,
})

interface Props {
  /** The language of the phone, as a tag such as `zh_CN`. */
  tag: string
  /** What the person chose earlier. */
  remembered?: LanguageChoice
  /** Called with a new choice, to remember it. */
  onChoose?: (choice: LanguageChoice) => void
  /** Called with the language in use, at first and after each change. */
  onLanguage?: (language: Language) => void
}

/** Decides the language of everything below: the person's choice, or else that of the phone. */
export const LanguageProvider = ({
  tag,
  remembered = 'system',
  onChoose,
  onLanguage,
  children,
}: PropsWithChildren<Props>) => {
  const [choice, setChoice] = useState(remembered)
  const value = useMemo(
    () => ({
      language: chosenLanguage(choice, tag),
      choice,
      choose: (chosen: LanguageChoice) => {
        setChoice(chosen)
        onChoose?.(chosen)
      },
    }),
    [choice, tag, onChoose],
  )
  useEffect(() => onLanguage?.(value.language), [value.language, onLanguage])
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>
}

/** The language of the pages, and how to choose another. */
export const useLanguage = (): Choice => useContext(LanguageContext)

/** The texts of one area in the person's language. Pages load only the areas they show. */
export const useTexts = <Texts,>(dictionary: Dictionary<Texts>): Texts =>
  dictionary[useLanguage().language]
