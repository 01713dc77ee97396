import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { FieldProps } from './field.types'
import { useInView } from '../feedback/use-in-view'
import { FieldLabel } from './FieldLabel'
import './Field.scss'

/** What surrounds an input: its label above, and below it the error or else the hint. */
export const FieldFrame = ({
  id,
  label,
  hint,
  error,
  before,
  children,
}: PropsWithChildren<Pick<FieldProps, 'id' | 'label' | 'hint' | 'error' | 'before'>>) => {
  useInView(id, error)
  const under = error ?? hint
  return (
    <View className={`field ${error === undefined ? '' : 'field-wrong'}`}>
      <FieldLabel of={id} text={label} />
      <View className="field-box">
        {before}
        {children}
      </View>
      {under !== undefined && (
        <Text
          id={`${id}-under`}
          className="field-under"
          // Read out when it appears: a server's answer comes when the focus is elsewhere.
          {...(__TARGET__ === 'h5' && error !== undefined ? { role: 'alert' } : {})}
        >
          {under}
        </Text>
      )}
    </View>
  )
}
