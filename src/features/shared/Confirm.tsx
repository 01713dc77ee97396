import { Text, View } from '@tarojs/components'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/form/Button'
import { Sheet } from '../../ui/feedback/Sheet'
import './Confirm.scss'

export interface Question {
  title: string
  /** What follows from it, a paragraph each. */
  consequences: readonly string[]
  /** The label of the button that does it: another one than that of the button that asked. */
  sure: string
}

interface Props {
  /** Prefix of the ids inside. */
  id: string
  question: Question
  onSure: () => void
  onKeep: () => void
}

/**
 * Asks before what cannot be undone. Its button cannot be tapped in the first moment (Confirm.scss), so that the
 * second of two quick taps on whatever opened it never answers it.
 */
export const Confirm = ({ id, question, onSure, onKeep }: Props) => {
  const { cancel } = useTexts(formTexts)
  const { title, consequences, sure } = question
  return (
    <Sheet id={`${id}-question`} title={title} onDismiss={onKeep}>
      {consequences.map((one) => (
        <Text key={one} className="text-note">
          {one}
        </Text>
      ))}
      <View className="confirm-sure">
        <Button id={`${id}-sure`} label={sure} look="danger" onTap={onSure} />
      </View>
      <Button id={`${id}-keep`} label={cancel} look="plain" onTap={onKeep} />
    </Sheet>
  )
}
