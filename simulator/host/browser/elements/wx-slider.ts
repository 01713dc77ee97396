import { reportControlEvent } from './control-events'
import { shadowOf, WxElement, type ValueNode } from './wx-element'

const CSS = `
:host { display: flex; align-items: center; gap: 12px; margin: 10px 18px; --on: #07c160; --off: #e9e9e9; --block: #fff; }
input {
  flex: 1; min-width: 0; height: 28px; margin: 0; appearance: none; -webkit-appearance: none; background: none; cursor: pointer;
}
input::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: linear-gradient(to right, var(--on) var(--at), var(--off) var(--at)); }
input::-moz-range-track { height: 4px; border-radius: 2px; background: linear-gradient(to right, var(--on) var(--at), var(--off) var(--at)); }
input::-webkit-slider-thumb {
  width: 28px; height: 28px; margin-top: -12px; border-radius: 14px; background: var(--block); box-shadow: 0 0 4px #0003;
  appearance: none; -webkit-appearance: none;
}
input::-moz-range-thumb { width: 28px; height: 28px; border: 0; border-radius: 14px; background: var(--block); box-shadow: 0 0 4px #0003; }
input:focus-visible { border-radius: 8px; outline: 2px solid #1677ff; outline-offset: 2px; }
output { min-width: 2ch; color: #888; font-size: 14px; text-align: right; }
output[hidden] { display: none; }
`

/** Colours by attribute; the first two are the older names (component reference "slider"). */
const COLOURS: Readonly<Record<string, string>> = {
  'selected-color': '--on',
  color: '--off',
  activecolor: '--on',
  backgroundcolor: '--off',
  'block-color': '--block',
}

/** What the range is when the template says nothing. */
const RANGE: Readonly<Record<string, string>> = { min: '0', max: '100', step: '1' }

/** `slider`: a real range input inside, so that mouse, finger and arrow keys work. */
export class WxSlider extends WxElement implements ValueNode {
  static readonly observedAttributes = [
    ...Object.keys(COLOURS),
    ...Object.keys(RANGE),
    ...['value', 'disabled', 'show-value', 'aria-label'],
  ]
  private readonly range = document.createElement('input')
  private readonly number = document.createElement('output')

  constructor() {
    super()
    const { range, number } = this
    range.type = 'range'
    range.value = '0'
    number.hidden = true
    range.addEventListener('input', () => {
      this.draw()
      reportControlEvent(this, { kind: 'drag', value: range.valueAsNumber })
    })
    range.addEventListener('change', () =>
      reportControlEvent(this, { kind: 'release', value: range.valueAsNumber }),
    )
    shadowOf(this, CSS, range, number)
    this.draw()
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    const colour = COLOURS[name]
    const limit = RANGE[name]
    if (colour !== undefined) this.range.style.setProperty(colour, value)
    if (limit !== undefined) this.range.setAttribute(name, value ?? limit)
    if (name === 'value') this.showValue(value ?? 0)
    if (name === 'disabled') this.range.disabled = value !== null && value !== 'false'
    if (name === 'show-value') this.number.hidden = value === null || value === 'false'
    if (name === 'aria-label') this.range.ariaLabel = value
    this.draw()
  }

  showValue(value: unknown) {
    const text = String(value ?? 0)
    if (this.range.value !== text) this.range.value = text
    this.draw()
  }

  private draw() {
    const { range, number } = this
    const [min, max] = [Number(range.min || 0), Number(range.max || 100)]
    number.value = range.value
    range.style.setProperty('--at', `${((range.valueAsNumber - min) / (max - min || 1)) * 100}%`)
  }
}
