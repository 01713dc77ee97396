import { translateLengths } from '../lengths'
import { nearestPlace, WHEEL_REST_MS, WHEEL_STEPS } from '../wheel'
import { reportControlEvent } from './control-events'
import { shadowOf, WxElement, type ValueNode } from './wx-element'

const VIEW_CSS = `
:host { position: relative; display: flex; overflow: hidden; }
.layer { display: contents; }
.mask { position: absolute; inset: 0; pointer-events: none; background: linear-gradient(#fffffff2, #fff9), linear-gradient(#fff9, #fffffff2); background-position: top, bottom; background-repeat: no-repeat; background-size: 100% calc(50% - var(--item) / 2); }
.indicator { position: absolute; top: 50%; right: 0; left: 0; box-sizing: border-box; height: 34px; border: solid #e5e5e5; border-width: 1px 0; transform: translateY(-50%); pointer-events: none; }
`

const COLUMN_CSS = `
:host { flex: 1; min-width: 0; height: 100%; }
.wheel { box-sizing: border-box; height: 100%; padding: calc(var(--half) - var(--item) / 2) 0; overflow: hidden auto; overscroll-behavior: contain; scroll-snap-type: y mandatory; scrollbar-width: none; }
.wheel::-webkit-scrollbar { display: none; }
.wheel:focus-visible { outline: 2px solid #1677ff; outline-offset: -2px; }
::slotted(*) { box-sizing: border-box; height: var(--item); overflow: hidden; scroll-snap-align: center; }
`

/** `picker-view-column`: one wheel, turned by finger, mouse or arrow keys; its items are as high as the frame in the middle. */
export class WxPickerViewColumn extends WxElement {
  private readonly wheel = document.createElement('div')
  private readonly slotted = document.createElement('slot')
  private rest: ReturnType<typeof setTimeout> | undefined
  private shown = 0

  constructor() {
    super()
    const { wheel, slotted } = this
    wheel.className = 'wheel'
    wheel.tabIndex = 0
    wheel.role = 'spinbutton'
    wheel.append(slotted)
    slotted.addEventListener('slotchange', () => this.stand())
    wheel.addEventListener('scroll', () => {
      clearTimeout(this.rest)
      this.rest = setTimeout(() => this.cameToRest(), WHEEL_REST_MS)
    })
    wheel.addEventListener('keydown', (event) => {
      const step = WHEEL_STEPS[event.key]
      if (step === undefined) return
      event.preventDefault()
      this.tell(this.shown + step)
    })
    shadowOf(this, COLUMN_CSS, wheel)
  }

  disconnectedCallback() {
    clearTimeout(this.rest)
  }

  /** Scrolls to the item `at`, in a wheel of this height with items of the height `item`; both in pixels. */
  show(at: number, item: number, height: number) {
    this.wheel.style.setProperty('--item', `${item}px`)
    this.wheel.style.setProperty('--half', `${height / 2}px`)
    this.shown = at
    this.stand()
  }

  private item() {
    return this.slotted.assignedElements()[0]?.getBoundingClientRect().height ?? 0
  }

  private stand() {
    const { wheel, shown, slotted } = this
    const items = slotted.assignedElements()
    wheel.ariaValueNow = String(shown)
    wheel.ariaValueText = items[shown]?.textContent ?? ''
    const top = shown * this.item()
    if (Math.abs(wheel.scrollTop - top) > 1) wheel.scrollTop = top
  }

  private cameToRest() {
    const height = this.item()
    if (height > 0) this.tell(Math.round(this.wheel.scrollTop / height))
  }

  private tell(wanted: number) {
    const last = this.slotted.assignedElements().length - 1
    const at = nearestPlace(wanted, last)
    if (at !== this.shown) reportControlEvent(this, { kind: 'turn', at })
  }
}

/** `picker-view`: wheels in the page, with a frame in the middle around what is chosen. */
export class WxPickerView extends WxElement implements ValueNode {
  static readonly observedAttributes = ['indicator-style', 'mask-style']
  private readonly layer = document.createElement('div')
  private readonly mask = document.createElement('div')
  private readonly indicator = document.createElement('div')

  constructor() {
    super()
    this.mask.className = 'mask'
    this.indicator.className = 'indicator'
    this.layer.className = 'layer'
    this.layer.append(this.mask, this.indicator)
    shadowOf(this, VIEW_CSS, document.createElement('slot'), this.layer)
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    const styled = name === 'mask-style' ? this.mask : this.indicator
    styled.style.cssText = translateLengths(value ?? '')
  }

  showValue(value: unknown) {
    const places: readonly unknown[] = Array.isArray(value) ? value : []
    const item = this.indicator.offsetHeight
    this.layer.style.setProperty('--item', `${item}px`)
    const columns = [...this.children].filter((child) => child instanceof WxPickerViewColumn)
    for (const [index, column] of columns.entries()) {
      const last = Math.max(0, column.children.length - 1)
      const at = nearestPlace(Number(places[index] ?? 0), last)
      column.show(at, item, this.clientHeight)
    }
  }
}
