import { Text } from '@tarojs/components'
import { formTexts } from '../i18n/forms'
import { useTexts } from '../i18n/LanguageProvider'
import { Tappable } from './Tappable'

interface Props {
  /** Of the input it belongs to. */
  id: string
  hidden: boolean
  onChange: (hidden: boolean) => void
}

/** Shows what was typed into a password field, or hides it again. */
export const ShowPassword = ({ id, hidden, onChange }: Props) => {
  const texts = useTexts(formTexts)
  return (
    <Tappable id={`${id}-show`} className="field-show" onTap={() => onChange(!hidden)}>
      <Text>{hidden ? texts.show : texts.hide}</Text>
    </Tappable>
  )
}
