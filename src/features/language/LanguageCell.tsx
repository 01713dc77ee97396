import { useState } from 'react'
import type { LanguageChoice } from '../../i18n/language'
import { useLanguage, useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { Button } from '../../ui/Button'
import { Cell } from '../../ui/Cell'
import { Sheet } from '../../ui/Sheet'

const CHOICES: readonly LanguageChoice[] = ['system', 'zh-CN', 'en']

/** Which language the app speaks, and the way to another. */
export const LanguageCell = () => {
  const { choice, choose } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const texts = useTexts(meTexts)
  const names: Record<LanguageChoice, string> = {
    system: texts.languageSystem,
    // A language goes by its own name, whichever is spoken.
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
          {CHOICES.map((one) => (
            <Button
              key={one}
              id={`language-${one}`}
              label={one === choice ? `✓ ${names[one]}` : names[one]}
              look="plain"
              onTap={() => take(one)}
            />
          ))}
        </Sheet>
      )}
    </>
  )
}
