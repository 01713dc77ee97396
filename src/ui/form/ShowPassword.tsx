import { Text } from '@tarojs/components'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import type { ShowPasswordProps } from './show-password.types'
import { Tappable } from '../content/Tappable'

/** Shows what was typed into a password field, or hides it again. */
export const ShowPassword = ({ id, of, hidden, onChange }: ShowPasswordProps) => {
  const texts = useTexts(formTexts)
  const word = hidden ? texts.show : texts.hide
  return (
    <Tappable
      id={`${id}-show`}
      className="field-show"
      label={`${word} ${of}`}
      onTap={() => onChange(!hidden)}
    >
      <Text>{word}</Text>
    </Tappable>
  )
}
