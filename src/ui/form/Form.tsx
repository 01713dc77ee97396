import { Form as NativeForm } from '@tarojs/components'
import type { FormProps } from './form.types'
import './Form.scss'

/** Collects its fields when its submit button is tapped, as WeChat advises for nicknames (docs/wechat.md 2.1). */
export const Form = ({ id, onSubmit, children }: FormProps) => {
  return (
    <NativeForm
      id={id}
      className="form"
      onSubmit={({ detail }) => onSubmit(detail.value as Record<string, string>)}
    >
      {children}
    </NativeForm>
  )
}
