import { WxElement } from './wx-element'

/** `button`: reachable and usable by keyboard, as WeChat's desktop client has it. */
export class WxButton extends WxElement {
  static readonly observedAttributes = ['disabled']

  connectedCallback() {
    this.role = 'button'
    this.tabIndex = this.hasAttribute('disabled') ? -1 : 0
    this.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this)
  }

  attributeChangedCallback() {
    const disabled = this.hasAttribute('disabled')
    this.ariaDisabled = String(disabled)
    if (this.isConnected) this.tabIndex = disabled ? -1 : 0
  }

  handleEvent(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    this.click()
  }
}
