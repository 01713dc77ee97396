import { View } from '@tarojs/components'
import type { TappableProps } from './tappable.types'
import './Tappable.scss'

/** A row or a word that can be tapped. */
export const Tappable = ({ id, className, choice, label, onTap, children }: TappableProps) => {
  return (
    <View
      id={id}
      className={`tappable ${className}`}
      hoverClass="tappable-pressed"
      {...(label !== undefined && { 'aria-label': label })}
      {...(choice ? { role: 'radio', 'aria-checked': choice === 'chosen' } : { role: 'button' })}
      onClick={onTap}
    >
      {children}
    </View>
  )
}
