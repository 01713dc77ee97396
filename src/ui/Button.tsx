import { Button as NativeButton } from '@tarojs/components'
import './Button.scss'

interface Props {
  /** Stable and readable: tests and the preview find the button by it. */
  id: string
  label: string
  look?: 'primary' | 'quiet'
  onTap: () => void
}

export function Button({ id, label, look = 'primary', onTap }: Props) {
  return (
    <NativeButton
      id={id}
      className={`button button-${look}`}
      hoverClass="button-pressed"
      onClick={onTap}
    >
      {label}
    </NativeButton>
  )
}
