import { useRef, useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'
import { WheelView } from './wheel'

type Question = Extract<OpenQuestion, { kind: 'picker' }>

/** The sheet of a `picker`: cancel, title, confirm, and the wheels below. */
export const PickerPopup = ({
  question: { shows, reply },
  texts,
}: {
  question: Question
  texts: Texts
}) => {
  const start = shows.start()
  const bound = useRef(start.join())
  const [turnedTo, setTurnedTo] = useState(start)
  // The app may move the wheels when one is turned.
  const at = bound.current === start.join() ? turnedTo : start
  bound.current = start.join()
  const wheels = shows.wheels(at)
  const standing = wheels.map((wheel) => wheel.at)

  const turn = (column: number) => (value: number) => {
    setTurnedTo(standing.map((old, index) => (index === column ? value : old)))
    shows.turned(column, value)
  }
  const cancel = () => reply({ kind: 'cancel' })
  const confirm = () => reply({ kind: 'choose', at: standing })

  return (
    <Dialog label={shows.title || texts.pickerTitle} look="picker" onLeave={cancel}>
      <header class="picker-head">
        <button type="button" id="popup-cancel" onClick={cancel}>
          {texts.cancel}
        </button>
        <strong>{shows.title}</strong>
        <button type="button" id="popup-confirm" class="yes" onClick={confirm}>
          {texts.confirm}
        </button>
      </header>
      <div class="wheels">
        {wheels.map((wheel, column) => (
          <WheelView
            key={column}
            id={`wheel-${column}`}
            label={`${texts.pickerTitle} ${column + 1}`}
            wheel={wheel}
            onTurn={turn(column)}
            onConfirm={confirm}
          />
        ))}
      </div>
    </Dialog>
  )
}
