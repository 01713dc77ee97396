import { WxElement } from './wx-element'

const isOn = (value: string | null) => value !== null && value !== 'false'

/**
 * `scroll-view`: scrolls by itself where `scroll-top`, `scroll-left` or `scroll-into-view` say so (component
 * reference "scroll-view"), once what they name is drawn.
 */
export class WxScrollView extends WxElement {
  static readonly observedAttributes = ['scroll-top', 'scroll-left', 'scroll-into-view']

  connectedCallback() {
    for (const name of WxScrollView.observedAttributes) this.follow(name)
  }

  attributeChangedCallback(name: string) {
    if (this.isConnected) this.follow(name)
  }

  private follow(name: string) {
    if (this.hasAttribute(name)) requestAnimationFrame(() => this.scrollBy(this.missing(name)))
  }

  /** How far to scroll to where the attribute says, in pixels. */
  private missing(name: string): ScrollToOptions {
    const behavior = isOn(this.getAttribute('scroll-with-animation')) ? 'smooth' : 'auto'
    const value = this.getAttribute(name) ?? ''
    if (name !== 'scroll-into-view') {
      const wanted = Number.parseFloat(value)
      if (!Number.isFinite(wanted)) return {}
      return name === 'scroll-top'
        ? { top: wanted - this.scrollTop, behavior }
        : { left: wanted - this.scrollLeft, behavior }
    }
    const inside = value === '' ? null : this.querySelector(`[id="${CSS.escape(value)}"]`)
    if (inside === null) return {}
    const [here, there] = [this.getBoundingClientRect(), inside.getBoundingClientRect()]
    return { top: there.top - here.top, left: there.left - here.left, behavior }
  }
}
