import {
  Button,
  CustomWrapper,
  Image,
  Input,
  Picker,
  ScrollView,
  Text,
  Textarea,
  View,
} from '@tarojs/components'
import { Component, useState, type ReactNode } from 'react'
import './index.scss'

/** Deeper than the templates of this build: the innermost views are drawn through the component comp. */
const DEEP = 14

const nest = (depth: number): ReactNode =>
  depth === 0 ? (
    <Text id="innermost">deep</Text>
  ) : (
    <View className={`d${depth}`}>{nest(depth - 1)}</View>
  )

class Counter extends Component<object, { count: number }> {
  override state = { count: 0 }

  override render() {
    const { count } = this.state
    return (
      <View
        id="counter"
        style={{ backgroundColor: count % 2 === 0 ? '#fff' : '#eee', marginTop: `${count}px` }}
        onClick={() => this.setState({ count: count + 1 })}
      >
        Count {count}
      </View>
    )
  }
}

/** Controlled fields: digits only, and a text that a button clears. */
const Fields = () => {
  const [digits, setDigits] = useState('')
  const [text, setText] = useState('')
  const [fruit, setFruit] = useState(0)
  return (
    <View>
      <Input
        id="digits"
        value={digits}
        onInput={({ detail }) => setDigits(detail.value.replace(/\D/g, ''))}
      />
      <Textarea id="text" value={text} onInput={({ detail }) => setText(detail.value)} />
      <Button id="clear" onClick={() => setText('')}>
        Clear
      </Button>
      <Picker
        id="fruit"
        mode="selector"
        range={['apple', 'pear']}
        value={fruit}
        onChange={({ detail }) => setFruit(Number(detail.value))}
      >
        <Text id="picked">{['apple', 'pear'][fruit]}</Text>
      </Picker>
      <Text id="said">
        {digits}|{text}
      </Text>
    </View>
  )
}

/** Names made at run time, or in comments such as this one about hoverStartTime: no script says them. */
const made = (...parts: string[]) => parts.join('')
const SURPRISE = { [made('hover', 'Stay', 'Time')]: 70 }

export default function IndexPage() {
  const [ends, setEnds] = useState(0)
  const [touches, setTouches] = useState(0)
  return (
    <View>
      <Counter />
      <Fields />
      <ScrollView id="list" scrollY onScrollToLower={() => setEnds(ends + 1)}>
        <Image id="picture" src="https://pictures.example/1.png" lazyLoad mode="aspectFill" />
        <Text id="ends">{ends}</Text>
      </ScrollView>
      <CustomWrapper>
        <View id="touch" onTouchStart={() => setTouches(touches + 1)} {...SURPRISE}>
          {touches}
        </View>
      </CustomWrapper>
      <View id="shade" className="shade" catchMove />
      {nest(DEEP)}
    </View>
  )
}
