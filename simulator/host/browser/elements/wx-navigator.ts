import { WxElement } from './wx-element'

/** `navigator`: a link, followed by Enter too. */
export class WxNavigator extends WxElement {
  connectedCallback() {
    this.role = 'link'
    this.tabIndex = 0
    this.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this)
  }

  handleEvent(event: KeyboardEvent) {
    // Enter on an element inside is handled by that element.
    if (event.key !== 'Enter' || event.target !== this) return
    event.preventDefault()
    this.click()
  }
}
