import { shadowOf, WxElement, type ValueNode } from './wx-element'

// A switch of the type checkbox looks like a checkbox.
const SWITCH = "wx-switch:not([type='checkbox'])"
const BOX = `:not(${SWITCH})`
const CSS = `
:host { display: inline-block; vertical-align: middle; cursor: pointer; --toggle: #07c160; }
i { display: block; box-sizing: border-box; transition: background 0.15s, transform 0.15s; }
:host(${SWITCH}) .track { width: 52px; height: 32px; padding: 2px; border-radius: 16px; background: #dfdfdf; }
:host(${SWITCH}) .mark { width: 28px; height: 28px; border-radius: 14px; background: #fff; box-shadow: 0 3px 3px #0002; }
:host(${SWITCH}[on]) .track { background: var(--toggle); }
:host(${SWITCH}[on]) .mark { transform: translateX(20px); }
:host(${BOX}) .track { display: inline-block; margin-right: 5px; vertical-align: middle; width: 22px; height: 22px; border: 1.5px solid #b2b2b2; border-radius: 4px; }
:host(wx-radio${BOX}) .track { border-radius: 11px; }
:host(${BOX}) .mark { width: 11px; height: 6px; margin: 5px 4px; border: solid #fff; border-width: 0 0 2px 2px; transform: rotate(-45deg); visibility: hidden; }
:host(${BOX}[on]) .track { background: var(--toggle); border-color: var(--toggle); }
:host(${BOX}[on]) .mark { visibility: visible; }
:host([disabled]) { opacity: 0.4; }
`

const ROLES: Readonly<Record<string, string>> = { 'WX-SWITCH': 'switch', 'WX-CHECKBOX': 'checkbox' }

const isOn = (value: unknown) => value === true || value === '' || value === 'true'

/** `switch`, `checkbox` and `radio`: on or off. A tap on one is handled by the phone, not by the element. */
abstract class Toggle extends WxElement implements ValueNode {
  static readonly observedAttributes = ['checked', 'color']
  private readonly track = document.createElement('i')

  constructor() {
    super()
    const { track } = this
    const mark = document.createElement('i')
    track.className = 'track'
    mark.className = 'mark'
    track.append(mark)
    shadowOf(this, CSS, track, document.createElement('slot'))
  }

  connectedCallback() {
    this.role = ROLES[this.tagName] ?? 'radio'
    this.tabIndex = 0
    this.ariaChecked = String(this.hasAttribute('on'))
    this.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this)
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (name === 'checked') this.showValue(value ?? false)
    else this.track.style.setProperty('--toggle', value)
  }

  handleEvent(event: KeyboardEvent) {
    if (event.key !== ' ') return
    event.preventDefault()
    this.click()
  }

  showValue(value: unknown) {
    this.toggleAttribute('on', isOn(value))
    this.ariaChecked = String(isOn(value))
  }
}

/** `switch`. */
export class WxSwitch extends Toggle {}
/** `checkbox`. */
export class WxCheckbox extends Toggle {}
/** `radio`. */
export class WxRadio extends Toggle {}
