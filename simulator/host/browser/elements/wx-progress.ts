import { shadowOf, WxElement } from './wx-element'

const CSS = `
:host { display: flex; align-items: center; }
.bar { flex: 1; overflow: hidden; height: 6px; background: #ebebeb; }
.bar i { display: block; width: 0; height: 100%; background: #09bb07; }
.info { min-width: 2em; margin-left: 15px; font-size: 16px; }
.info[hidden] { display: none; }
`

const isOn = (value: string | null) => value !== null && value !== 'false'
const lengthOf = (value: string | null) =>
  value === null ? '' : /^[\d.]+$/.test(value) ? `${value}px` : value

/** `progress` (component reference): a bar that is full to so many percent. It does not grow there. */
export class WxProgress extends WxElement {
  static readonly observedAttributes = [
    ...['percent', 'show-info', 'stroke-width', 'border-radius', 'font-size', 'color'],
    ...['activecolor', 'backgroundcolor'],
  ]
  private readonly bar = document.createElement('div')
  private readonly full = document.createElement('i')
  private readonly info = document.createElement('span')

  constructor() {
    super()
    this.bar.className = 'bar'
    this.info.className = 'info'
    this.info.hidden = true
    this.bar.append(this.full)
    shadowOf(this, CSS, this.bar, this.info)
  }

  connectedCallback() {
    this.role = 'progressbar'
  }

  attributeChangedCallback() {
    const { bar, full, info } = this
    const value = (name: string) => this.getAttribute(name)
    const percent = Math.min(Math.max(Number(value('percent')) || 0, 0), 100)
    full.style.width = `${percent}%`
    full.style.background = value('activecolor') ?? value('color') ?? ''
    bar.style.background = value('backgroundcolor') ?? ''
    bar.style.height = lengthOf(value('stroke-width'))
    bar.style.borderRadius = lengthOf(value('border-radius'))
    info.style.fontSize = lengthOf(value('font-size'))
    info.hidden = !isOn(value('show-info'))
    info.textContent = `${percent}%`
    this.ariaValueNow = String(percent)
  }
}
