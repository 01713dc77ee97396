import { Text } from '@tarojs/components'
import type { FieldLabelFace } from './field-face'

/** The words above a field. WeChat's label would not focus an input, so it need not be one. */
export const FieldLabel = ({ text }: FieldLabelFace) => {
  return <Text className="field-label">{text}</Text>
}
