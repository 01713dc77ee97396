import { Text } from '@tarojs/components'
import type { FieldLabelProps } from './field.types'

/** The words above a field. WeChat's label would not focus an input, so it need not be one. */
export const FieldLabel = ({ text }: FieldLabelProps) => {
  return <Text className="field-label">{text}</Text>
}
