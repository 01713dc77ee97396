import { shadowOf, WxElement } from './wx-element'

/** WeChat's own size where a stylesheet says none (component reference "canvas"). */
const CSS = `
:host { display: block; position: relative; width: 300px; height: 150px; }
canvas { display: block; width: 100%; height: 100%; }
`

/** `canvas`: a real one inside, which the host's core finds by its name. */
export class WxCanvas extends WxElement {
  constructor() {
    super()
    shadowOf(this, CSS, document.createElement('canvas'))
  }
}
