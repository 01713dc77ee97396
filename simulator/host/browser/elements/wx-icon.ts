import { shadowOf, WxElement } from './wx-element'

const CSS = `
:host { display: inline-block; vertical-align: middle; }
i { display: flex; align-items: center; justify-content: center; width: 1em; height: 1em; border-radius: 50%; font-size: 23px; font-style: normal; }
b { color: #fff; font-size: 0.7em; line-height: 1; }
`

/** The kinds of icon (component reference "icon"), each with its colour and what stands in it. */
const ICONS: Readonly<Record<string, readonly [colour: string, sign: string]>> = {
  success: ['#09bb07', '✓'],
  success_no_circle: ['#09bb07', '✓'],
  info: ['#10aeff', 'i'],
  warn: ['#f76260', '!'],
  waiting: ['#10aeff', '…'],
  cancel: ['#f43530', '✕'],
  download: ['#09bb07', '↓'],
  search: ['#b2b2b2', '⌕'],
  clear: ['#b2b2b2', '✕'],
}

/** Kinds without a disc around the sign. */
const BARE: readonly string[] = ['success_no_circle', 'search']

/** `icon` (component reference): a sign of one of WeChat's kinds, drawn with letters. */
export class WxIcon extends WxElement {
  static readonly observedAttributes = ['type', 'size', 'color']
  private readonly disc = document.createElement('i')
  private readonly sign = document.createElement('b')

  constructor() {
    super()
    this.disc.append(this.sign)
    shadowOf(this, CSS, this.disc)
  }

  connectedCallback() {
    this.role = 'img'
  }

  attributeChangedCallback() {
    const { disc, sign } = this
    const type = this.getAttribute('type') ?? ''
    const size = this.getAttribute('size') ?? '23'
    const [own, text] = ICONS[type] ?? ['', '']
    const colour = this.getAttribute('color') ?? own
    const isBare = BARE.includes(type)
    disc.style.fontSize = /^[\d.]+$/.test(size) ? `${size}px` : size
    disc.style.background = isBare ? '' : colour
    sign.style.color = isBare ? colour : ''
    sign.textContent = text
    this.ariaLabel ??= type
  }
}
