import { useState } from 'react'
import type { LanguageChoice } from '../../i18n/language'
import { useLanguage, useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { webTexts } from '../../i18n/web'
import { Cell } from '../../ui/content/Cell'
import { Choices } from '../../ui/form/Choices'
import { Sheet } from '../../ui/feedback/Sheet'

/** The language of the app, and a sheet to choose another. */
export const LanguageCell = () => {
  const { choice, choose } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const texts = useTexts(meTexts)
  const { languageSystem } = useTexts<{ languageSystem: string }>(
    __TARGET__ === 'h5' ? webTexts : meTexts,
  )
  const names: Record<LanguageChoice, string> = {
    system: languageSystem,
    // Each language is listed by its own name, so that its speakers find it.
    'zh-CN': '中文',
    en: 'English',
  }
  const take = (chosen: LanguageChoice) => {
    setOpen(false)
    choose(chosen)
  }
  return (
    <>
      <Cell
        id="me-language"
        label={texts.language}
        value={names[choice]}
        onTap={() => setOpen(true)}
      />
      {isOpen && (
        <Sheet id="language" title={texts.language} onDismiss={() => setOpen(false)}>
          <Choices
            id="language"
            label={texts.language}
            options={names}
            chosen={choice}
            onChoose={take}
          />
        </Sheet>
      )}
    </>
  )
}
