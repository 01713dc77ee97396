import { useLayoutEffect, useRef } from 'preact/hooks'
import { nearestPlace, WHEEL_REST_MS, WHEEL_STEPS } from '../../../host/browser/wheel'
import type { Wheel } from '../../../wx/phone/picker-sheet'

/** Height of one item, as in popups.css. */
const ITEM_PX = 44

interface Props {
  id: string
  label: string
  wheel: Wheel
  onTurn: (value: number) => void
  onConfirm: () => void
}

/** One wheel: scrolled by finger and mouse, or by the arrow keys; what stands in the middle is chosen. */
export const WheelView = ({ id, label, wheel: { items, at }, onTurn, onConfirm }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>()
  const index = Math.max(
    0,
    items.findIndex(({ value }) => value === at),
  )

  useLayoutEffect(() => {
    const { current } = box
    if (current !== null && Math.round(current.scrollTop / ITEM_PX) !== index) {
      current.scrollTop = index * ITEM_PX
    }
    return () => clearTimeout(rest.current)
  }, [index, items.length])

  const turnTo = (wanted: number) => {
    const item = items[nearestPlace(wanted, items.length - 1)]
    if (item !== undefined && item.value !== at) onTurn(item.value)
  }
  const onScroll = () => {
    clearTimeout(rest.current)
    rest.current = setTimeout(
      () => turnTo(Math.round((box.current?.scrollTop ?? 0) / ITEM_PX)),
      WHEEL_REST_MS,
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = WHEEL_STEPS[event.key]
    if (event.key === 'Enter') onConfirm()
    if (step === undefined) return
    event.preventDefault()
    turnTo(index + step)
  }

  return (
    <div
      ref={box}
      id={id}
      class="wheel"
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${id}-${index}`}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      {items.map(({ value, text }, place) => (
        <div
          key={value}
          id={`${id}-${place}`}
          class="wheel-item"
          role="option"
          aria-selected={place === index}
          onClick={() => turnTo(place)}
        >
          {text}
        </div>
      ))}
    </div>
  )
}
