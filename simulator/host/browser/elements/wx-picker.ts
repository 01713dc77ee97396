import { WxButton } from './wx-button'

/** `picker`: whatever is in it opens the sheet, by keyboard too. */
export class WxPicker extends WxButton {
  override connectedCallback() {
    super.connectedCallback()
    this.ariaHasPopup = 'dialog'
  }
}
