import { translateLengths } from '../lengths'
import { shadowOf, WxElement } from './wx-element'

const lengthOf = (value: string | null) =>
  value === null || value === ''
    ? '0px'
    : translateLengths(/^-?[\d.]+$/.test(value) ? `${value}px` : value)

/**
 * `movable-view` (component reference): stands where `x` and `y` say, inside its `movable-area`, as large as
 * `scale-value`. It is not dragged here.
 */
export class WxMovableView extends WxElement {
  static readonly observedAttributes = ['x', 'y', 'scale-value']
  private readonly placed = document.createElement('style')
  // Before it is laid out, nothing says how far it may go.
  private readonly laidOut = new ResizeObserver(() => this.place())

  constructor() {
    super()
    shadowOf(this, '', this.placed, document.createElement('slot'))
  }

  connectedCallback() {
    this.laidOut.observe(this)
    if (this.parentElement !== null) this.laidOut.observe(this.parentElement)
  }

  disconnectedCallback() {
    this.laidOut.disconnect()
  }

  attributeChangedCallback() {
    this.place()
  }

  private place() {
    const area = this.parentElement
    if (area === null) return
    const within = (name: string, room: number) =>
      `clamp(${Math.min(room, 0)}px, ${lengthOf(this.getAttribute(name))}, ${Math.max(room, 0)}px)`
    const x = within('x', area.clientWidth - this.offsetWidth)
    const y = within('y', area.clientHeight - this.offsetHeight)
    const scale = Number(this.getAttribute('scale-value') ?? 1) || 1
    // The template's own `style` is written over that of the element.
    this.placed.textContent = `:host { transform: translate(${x}, ${y}) scale(${scale}) !important }`
  }
}
