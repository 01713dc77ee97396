import { createElement, useEffect, useRef, type FormEvent, type PropsWithChildren } from 'react'

type Handler = (event: { detail: unknown }) => void
type Props = PropsWithChildren<Record<string, unknown>>

/** Props that the DOM knows by the same name; the others are WeChat's alone. */
const SHARED = ['className', 'id', 'disabled', 'style', 'role', 'src', 'name', 'defaultValue']

const shared = (props: Props) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => SHARED.includes(name)))

/**
 * Hears WeChat's own events as DOM events of the same name in lower case, the way the templates bind them
 * (docs/wechat.md 8.1): `fireEvent(button, new CustomEvent('getphonenumber', { detail }))`.
 */
const useWechatEvents = (props: Props) => {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    const node = element.current
    const heard = Object.entries(props).flatMap(([name, handler]) =>
      /^on[A-Z]/.test(name) && typeof handler === 'function'
        ? [[name.slice(2).toLowerCase(), handler as Handler] as const]
        : [],
    )
    const listeners = heard.map(([type, handler]) => {
      const listener = (event: Event) => {
        if (event instanceof CustomEvent) handler({ detail: event.detail })
      }
      node?.addEventListener(type, listener)
      return () => node?.removeEventListener(type, listener)
    })
    return () => listeners.forEach((remove) => remove())
  })
  return element
}

/** Taro's base components as DOM elements: what a test can see and tap, and nothing more. */
const host = (tag: string) =>
  function HostComponent(props: Props) {
    const ref = useWechatEvents(props)
    const { children, onClick, formType, openType } = props
    return createElement(
      tag,
      {
        ref,
        ...shared(props),
        onClick,
        ...(tag === 'button' ? { type: formType ?? 'button', 'data-open-type': openType } : {}),
      },
      children,
    )
  }

export const View = host('div')
export const Text = host('span')
export const Button = host('button')
export const Image = host('img')

export const Input = (props: Props) => {
  const ref = useWechatEvents(props)
  const { password, type, onInput } = props as Props & { onInput?: Handler }
  const change = (event: FormEvent<HTMLInputElement>) =>
    onInput?.({ detail: { value: event.currentTarget.value } })
  return createElement('input', {
    ref,
    ...shared(props),
    type: password === true ? 'password' : 'text',
    'data-type': type,
    onChange: change,
  })
}

export const Textarea = (props: Props) => {
  const ref = useWechatEvents(props)
  const { onInput } = props as Props & { onInput?: Handler }
  const change = (event: FormEvent<HTMLTextAreaElement>) =>
    onInput?.({ detail: { value: event.currentTarget.value } })
  return createElement('textarea', { ref, ...shared(props), onChange: change })
}

export const Form = ({ children, id, onSubmit }: Props & { onSubmit?: Handler }) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit?.({ detail: { value: Object.fromEntries(new FormData(event.currentTarget)) } })
  }
  return createElement('form', { id, onSubmit: submit }, children)
}
