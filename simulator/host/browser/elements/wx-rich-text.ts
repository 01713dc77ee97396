import { drawRichText } from './rich-nodes'
import { WxElement } from './wx-element'

/** `rich-text`: draws what its `nodes` say. Classes in it are those of the stylesheets around it. */
export class WxRichText extends WxElement {
  override setAttribute(name: string, value: string) {
    if (name !== 'nodes') super.setAttribute(name, value)
    else this.replaceChildren(...drawRichText(document, this.given(name) ?? value))
  }
}
