import { View } from '@tarojs/components'
import type { TappableFace } from './tappable-face'
import './Tappable.scss'

/** A row or a word that can be tapped. */
export const Tappable = ({ id, className, choice, label, onTap, children }: TappableFace) => {
  return (
    <View
      id={id}
      className={`tappable ${className}`}
      hoverClass="tappable-pressed"
      {...(label !== undefined && { 'aria-label': label })}
      {...(choice && { role: 'radio', 'aria-checked': choice === 'chosen' })}
      onClick={onTap}
    >
      {children}
    </View>
  )
}
