import { maxLengthOf } from '../../core/controls/max-length'
import { createPlaceholder } from './placeholder'
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

const isOn = (value: string | null) => value !== null && value !== 'false'

type RealControl = HTMLInputElement | HTMLTextAreaElement

/** What an attribute of the component `of` sets on the real control inside. */
const SETTERS: Readonly<
  Record<string, (control: RealControl, value: string | null, of: HTMLElement) => void>
> = {
  placeholder: (control, value, of) => {
    control.placeholder = value ?? ''
    control.ariaLabel = of.getAttribute('aria-label') ?? value
  },
  'aria-label': (control, value) => {
    control.ariaLabel = value
  },
  disabled: (control, value) => {
    control.disabled = isOn(value)
  },
  maxlength: (control, value) => {
    const limit = maxLengthOf(value)
    if (Number.isFinite(limit)) control.maxLength = limit
    else control.removeAttribute('maxlength')
  },
  focus: (control, value, of) => {
    if (!isOn(value)) control.blur()
    else if (of.isConnected) control.focus()
  },
}

/** What `input` and `textarea` have in common: a real control inside, with its attributes kept in step. */
export abstract class TextControl extends WxElement implements ValueNode {
  static readonly observedAttributes = [
    ...['value', 'type', 'password', 'placeholder', 'disabled', 'maxlength', 'focus', 'aria-label'],
  ]

  protected abstract readonly control: RealControl
  protected readonly placeholder = createPlaceholder(this)

  connectedCallback() {
    if (isOn(this.getAttribute('focus')) || isOn(this.getAttribute('auto-focus'))) {
      this.control.focus()
    }
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (name === 'value') this.showValue(value ?? '')
    const { control } = this
    SETTERS[name]?.(control, value, this)
    if (control instanceof HTMLInputElement) {
      control.type = isOn(this.getAttribute('password')) ? 'password' : 'text'
      control.inputMode = INPUT_MODES[this.getAttribute('type') ?? ''] ?? 'text'
    }
  }

  showValue(value: unknown) {
    const text = value === undefined ? '' : String(value)
    if (this.control.value !== text) this.control.value = text
    this.placeholder.draw()
  }

  /** What the person has typed, and where the cursor stands. */
  typed() {
    const { value, selectionEnd } = this.control
    return { value, cursor: selectionEnd ?? value.length }
  }
}

/** Whether an element is an `input` or `textarea` of WeChat's. */
export const isTextControl = (node: globalThis.Element): node is TextControl =>
  node instanceof TextControl

/** `input`. */
export class WxInput extends TextControl {
  protected override readonly control = document.createElement('input')

  constructor() {
    super()
    this.control.autocomplete = 'off'
    shadowOf(this, CSS, ...this.placeholder.nodes, this.control)
  }
}

/** With `auto-height` the height that a stylesheet sets has no effect (component reference "textarea", auto-height). */
const CSS_OF_TEXTAREA = `${CSS}
:host([auto-height]) { height: auto !important; }
:host([auto-height]) textarea { overflow: hidden; }
`

/** `textarea`. */
export class WxTextarea extends TextControl {
  static override readonly observedAttributes = [...TextControl.observedAttributes, 'auto-height']
  protected override readonly control = document.createElement('textarea')
  // Lines break elsewhere in another width. After the frame, since an observer that resizes what it observes is reported as an error.
  private readonly resized = new ResizeObserver(() => requestAnimationFrame(() => this.fit()))

  constructor() {
    super()
    this.control.addEventListener('input', () => this.fit())
    shadowOf(this, CSS_OF_TEXTAREA, ...this.placeholder.nodes, this.control)
  }

  override connectedCallback() {
    super.connectedCallback()
    this.resized.observe(this)
  }

  disconnectedCallback() {
    this.resized.disconnect()
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null) {
    super.attributeChangedCallback(name, before, value)
    if (name === 'auto-height' || name === 'placeholder') this.fit()
  }

  override showValue(value: unknown) {
    super.showValue(value)
    this.fit()
  }

  /** Makes the control as high as its text where that is wanted. */
  private fit() {
    const { control, style } = this
    if (!this.hasAttribute('auto-height')) {
      control.style.height = ''
      return
    }
    const { minHeight } = style
    // A page that became shorter while its text is measured would be scrolled to its beginning.
    style.minHeight = `${this.offsetHeight}px`
    control.rows = 1
    control.style.height = 'auto'
    control.style.height = `${control.scrollHeight}px`
    style.minHeight = minHeight
  }
}
