import { Text } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useLanguage, useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { Choices } from '../../ui/form/Choices'
import { Sheet } from '../../ui/feedback/Sheet'
import { Tappable } from '../../ui/content/Tappable'

interface Country {
  /** Digits without a plus. */
  calling: string
  /** What stands before the number: its calling code, to be tapped where there is more than one. */
  before: ReactNode
  /** The list of countries while it is open. It belongs outside the form, or its rows would be part of it. */
  sheet: ReactNode
}

/** The country of a number that is being typed: the first that the build allows, until another is chosen. */
export const useCountry = (): Country => {
  const countries = __FEATURES__.smsCountries
  const [code, setCode] = useState(countries[0]?.code ?? '')
  const [isOpen, setOpen] = useState(false)
  const { language } = useLanguage()
  const texts = useTexts(phoneTexts)
  const calling = countries.find((country) => country.code === code)?.calling ?? ''
  const choose = (chosen: string) => {
    setOpen(false)
    setCode(chosen)
  }

  if (countries.length === 1) {
    return { calling, before: <Text className="field-before">{`+${calling}`}</Text>, sheet: null }
  }
  const names: Record<string, string> = {}
  for (const country of countries) {
    const name = language === 'en' ? country.en : country.zh
    names[country.code] = `${name} +${country.calling}`
  }
  return {
    calling,
    before: (
      <Tappable
        id="sms-country"
        className="field-before field-choice"
        label={`${texts.smsCountry} ${names[code]}`}
        onTap={() => setOpen(true)}
      >
        <Text>{`+${calling}`}</Text>
      </Tappable>
    ),
    sheet: isOpen && (
      <Sheet id="sms-countries" title={texts.smsCountry} onDismiss={() => setOpen(false)}>
        <Choices
          id="sms-country"
          label={texts.smsCountry}
          options={names}
          chosen={code}
          onChoose={choose}
        />
      </Sheet>
    ),
  }
}
