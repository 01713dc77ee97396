import { Text, View } from '@tarojs/components'
import { Tappable } from '../content/Tappable'
import '../content/Cell.scss'
import './Choices.scss'

interface Props<Value extends string> {
  /** Prefix of the ids inside: each row's ends with its value. */
  id: string
  /** What is chosen. */
  label: string
  /** What can be chosen, and its words. */
  options: Readonly<Record<Value, string>>
  chosen: Value
  onChoose: (value: Value) => void
}

/** Rows of which one is chosen, with a tick at its end. */
export const Choices = <Value extends string>({
  id,
  label,
  options,
  chosen,
  onChoose,
}: Props<Value>) => {
  const values = Object.keys(options) as Value[]
  return (
    <View className="choices" {...{ role: 'radiogroup', 'aria-label': label }}>
      {values.map((value) => (
        <Tappable
          key={value}
          id={`${id}-${value}`}
          className="cell"
          choice={value === chosen ? 'chosen' : 'open'}
          onTap={() => onChoose(value)}
        >
          <Text>{options[value]}</Text>
          {value === chosen && <View className="choice-tick" />}
        </Tappable>
      ))}
    </View>
  )
}
