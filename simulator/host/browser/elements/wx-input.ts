import { translateLengths } from '../lengths'
import { shadowOf, WxElement, type ValueNode } from './wx-element'

const CSS = `
:host { display: block; }
input, textarea {
  display: block; box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0;
  border: 0; outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; letter-spacing: inherit;
  resize: none;
}
input::placeholder, textarea::placeholder { color: #808080; opacity: 1; }
`

/** WeChat's keyboards, as browsers name them. */
const INPUT_MODES: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  'safe-password': 'text',
}

/** By default, WeChat cuts at 140 characters; a negative limit is none (component reference "input"). */
const MAX_LENGTH = 140

const isOn = (value: string | null) => value !== null && value !== 'false'

/** What `input` and `textarea` have in common: a real control inside, with its attributes kept in step. */
export abstract class TextControl extends WxElement implements ValueNode {
  static readonly observedAttributes = [
    ...['value', 'type', 'password', 'placeholder', 'placeholder-style', 'disabled', 'maxlength'],
    ...['focus', 'aria-label'],
  ]

  protected abstract readonly control: HTMLInputElement | HTMLTextAreaElement
  protected readonly placeholderStyle = document.createElement('style')

  connectedCallback() {
    if (isOn(this.getAttribute('focus')) || isOn(this.getAttribute('auto-focus'))) {
      this.control.focus()
    }
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    const { control } = this
    if (name === 'value') this.showValue(value ?? '')
    if (name === 'placeholder') {
      control.placeholder = value ?? ''
      control.ariaLabel = this.getAttribute('aria-label') ?? value
    }
    if (name === 'placeholder-style') {
      const style = translateLengths(value ?? '')
      this.placeholderStyle.textContent = `input::placeholder, textarea::placeholder { ${style} }`
    }
    if (name === 'aria-label') control.ariaLabel = value
    if (name === 'disabled') control.disabled = isOn(value)
    if (name === 'maxlength') {
      const limit = Number(value ?? MAX_LENGTH)
      if (limit < 0) control.removeAttribute('maxlength')
      else control.maxLength = limit
    }
    if (name === 'focus' && isOn(value) && this.isConnected) control.focus()
    if (control instanceof HTMLInputElement) {
      control.type = isOn(this.getAttribute('password')) ? 'password' : 'text'
      control.inputMode = INPUT_MODES[this.getAttribute('type') ?? ''] ?? 'text'
    }
  }

  showValue(value: unknown) {
    const text = value === undefined ? '' : String(value)
    if (this.control.value !== text) this.control.value = text
  }

  /** What the person has typed, and where the cursor stands. */
  typed() {
    const { value, selectionEnd } = this.control
    return { value, cursor: selectionEnd ?? value.length }
  }
}

export const isTextControl = (node: globalThis.Element): node is TextControl =>
  node instanceof TextControl

/** `input`. */
export class WxInput extends TextControl {
  protected override readonly control = document.createElement('input')

  constructor() {
    super()
    this.control.autocomplete = 'off'
    shadowOf(this, CSS, this.placeholderStyle, this.control)
  }
}

/** `textarea`. */
export class WxTextarea extends TextControl {
  protected override readonly control = document.createElement('textarea')

  constructor() {
    super()
    shadowOf(this, CSS, this.placeholderStyle, this.control)
  }
}
