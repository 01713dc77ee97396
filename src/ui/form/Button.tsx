import { Button as NativeButton, View } from '@tarojs/components'
import { buttonClass, type ButtonProps } from './button.types'
import './Button.scss'

/**
 * WeChat's own button underneath, because only it has open abilities; its events arrive as they are
 * (docs/wechat.md 8.1). It stays mounted while busy: an unmounted button loses the answer of the dialog it opened
 * (docs/wechat.md 8.3).
 */
export const Button = ({
  id,
  label,
  look = 'primary',
  state = 'ready',
  onTap,
  ...open
}: ButtonProps) => {
  return (
    <NativeButton
      {...open}
      id={id}
      className={buttonClass({ look, state })}
      hoverClass="button-pressed"
      disabled={state !== 'ready'}
      {...(onTap === undefined ? {} : { onClick: onTap })}
    >
      {state === 'busy' && <View className="button-spinner" />}
      {label}
    </NativeButton>
  )
}
