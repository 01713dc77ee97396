import type { ReactNode } from 'react'

/** What a field asks for; each build turns it into its own keyboard, masking and autocomplete. */
export type FieldKind =
  'text' | 'username' | 'email' | 'phone' | 'code' | 'password' | 'newPassword' | 'nickname'

/** WeChat's verdict about a nickname (docs/wechat.md 2.2); `timeout` is not a pass. */
export interface NicknameReview {
  pass: boolean
  timeout: boolean
}

export interface FieldProps {
  /** Stable and readable: tests and the preview find the input by it. */
  id: string
  /** The name its value has in the form's answer. */
  name: string
  kind: FieldKind
  label: string
  hint?: string
  /** Shown while nothing is typed. */
  example?: string
  error?: string | undefined
  /** In the box before the input, such as a calling code. */
  before?: ReactNode
  /** What it holds at first. Fields are uncontrolled: what is typed stays in them and is read at submit. */
  initial?: string
  maxLength?: number
  onChange?: (value: string) => void
  onReview?: (review: NicknameReview) => void
}

export interface FieldLabelProps {
  /** Id of the input. */
  of: string
  text: string
}
