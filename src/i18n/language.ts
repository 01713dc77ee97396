export type Language = 'zh-CN' | 'en'

/** The language for a tag such as `zh_CN`, `zh-Hans` or `en-GB`: Chinese unless it names another one. */
export const languageOf = (tag: string): Language => (/^(zh\b|zh_|$)/i.test(tag) ? 'zh-CN' : 'en')

/** `system` follows the phone. */
export type LanguageChoice = Language | 'system'

/** The language of a choice, on a phone whose own language has this tag. */
export const chosenLanguage = (choice: LanguageChoice, tag: string): Language =>
  choice === 'system' ? languageOf(tag) : choice

/** What a storage returned, if it is a language. */
export const readLanguage = (value: unknown): Language | undefined =>
  value === 'zh-CN' || value === 'en' ? value : undefined

/** The texts of one area in every language. Chinese comes first: its keys are the keys all others must have. */
export type Dictionary<Texts> = Readonly<Record<Language, Texts>>
