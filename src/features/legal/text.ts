import type { Language } from '../../i18n/language'

interface LegalSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

/** A legal text in both languages. What stands in 【】 or [[ ]] is for the operator to fill in. */
export type LegalText = Readonly<
  Record<
    Language,
    { readonly title: string; readonly lead: string; readonly sections: readonly LegalSection[] }
  >
>
