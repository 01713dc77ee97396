import { translateLengths } from '../lengths'
import { reportControlEvent } from './control-events'
import { shadowOf, WxElement, type ValueNode } from './wx-element'

const CSS = `
:host { --previous-margin: 0px; --next-margin: 0px; --display-multiple-items: 1; position: relative; display: block; height: 150px; overflow: hidden; }
.track { display: flex; box-sizing: border-box; height: 100%; padding: 0 var(--next-margin) 0 var(--previous-margin); scroll-padding: 0 var(--next-margin) 0 var(--previous-margin); overflow: auto hidden; overscroll-behavior: contain; scroll-snap-type: x mandatory; scrollbar-width: none; }
.track::-webkit-scrollbar { display: none; }
.track:focus-visible { outline: 2px solid #1677ff; outline-offset: -2px; }
:host([vertical]) .track { flex-direction: column; padding: var(--previous-margin) 0 var(--next-margin); scroll-padding: var(--previous-margin) 0 var(--next-margin); overflow: hidden auto; scroll-snap-type: y mandatory; }
::slotted(wx-swiper-item) { flex: 0 0 calc(100% / var(--display-multiple-items)); min-width: 0; min-height: 0; height: 100%; overflow: hidden; scroll-snap-align: start; scroll-snap-stop: always; }
.dots { position: absolute; right: 0; bottom: 10px; left: 0; display: flex; justify-content: center; gap: 8px; pointer-events: none; }
:host([vertical]) .dots { top: 0; right: 10px; bottom: 0; left: auto; flex-direction: column; }
.dots[hidden] { display: none; }
.dots i { width: 8px; height: 8px; border-radius: 4px; background: var(--dot, #0000004d); }
.dots i.here { background: var(--dot-here, #000); }
`

/** How long the track must not move, in milliseconds, until it counts as at rest on a page. */
const REST_MS = 100
const INTERVAL_MS = 5000

/**
 * Attributes that become properties of the track's style by the same names. Their defaults are set on the host: items
 * inherit from the track, and so would a swiper among them.
 */
const LAID_OUT = ['previous-margin', 'next-margin', 'display-multiple-items']

const isOn = (value: string | null) => value !== null && value !== 'false'

/** `swiper`: pages side by side or below each other, turned by finger, wheel or arrow keys, or by itself. */
export class WxSwiper extends WxElement implements ValueNode {
  static readonly observedAttributes = [
    ...['current', 'indicator-dots', 'indicator-color', 'indicator-active-color', 'vertical'],
    ...['autoplay', 'interval', ...LAID_OUT],
  ]
  private readonly track = document.createElement('div')
  private readonly dots = document.createElement('div')
  private readonly slotted = document.createElement('slot')
  private shown = 0
  private rest: ReturnType<typeof setTimeout> | undefined
  private player: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    const { track, dots, slotted } = this
    track.className = 'track'
    track.tabIndex = 0
    track.role = 'group'
    dots.className = 'dots'
    dots.hidden = true
    track.append(slotted)
    track.addEventListener('scroll', () => {
      clearTimeout(this.rest)
      this.rest = setTimeout(() => this.cameToRest(), REST_MS)
    })
    slotted.addEventListener('slotchange', () => this.standAt('instant'))
    shadowOf(this, CSS, track, dots)
  }

  connectedCallback() {
    this.play()
  }

  disconnectedCallback() {
    clearTimeout(this.rest)
    clearInterval(this.player)
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (name === 'current') this.showValue(Number(value ?? 0))
    if (name === 'indicator-dots') this.dots.hidden = !isOn(value)
    if (name === 'indicator-color') this.dots.style.setProperty('--dot', value)
    if (name === 'indicator-active-color') this.dots.style.setProperty('--dot-here', value)
    if (LAID_OUT.includes(name)) {
      this.track.style.setProperty(`--${name}`, value && translateLengths(value))
    }
    if (this.isConnected) this.play()
  }

  showValue(value: unknown) {
    const index = Number(value ?? 0)
    const isShown = index === this.shown
    this.shown = index
    if (isShown) this.draw()
    else this.standAt('smooth')
  }

  /** Scrolls to the page that is shown. */
  private standAt(behavior: ScrollBehavior) {
    const { track, shown } = this
    const far = shown * this.step()
    const isVertical = this.isVertical()
    this.draw()
    track.scrollTo({ left: isVertical ? 0 : far, top: isVertical ? far : 0, behavior })
  }

  /** How far it is from one item to the next, in pixels. */
  private step(): number {
    const [item] = this.slotted.assignedElements()
    if (item === undefined) return NaN
    const { width, height } = item.getBoundingClientRect()
    return this.isVertical() ? height : width
  }

  private isVertical() {
    return isOn(this.getAttribute('vertical'))
  }

  private cameToRest() {
    const { scrollTop, scrollLeft } = this.track
    const current = Math.round((this.isVertical() ? scrollTop : scrollLeft) / this.step())
    if (current === this.shown || Number.isNaN(current)) return
    this.shown = current
    reportControlEvent(this, { kind: 'swipe', current, source: 'touch' })
  }

  private play() {
    clearInterval(this.player)
    if (!isOn(this.getAttribute('autoplay'))) return
    const pause = Number(this.getAttribute('interval') ?? INTERVAL_MS)
    this.player = setInterval(() => {
      const count = this.slotted.assignedElements().length
      const current = count === 0 ? 0 : (this.shown + 1) % count
      reportControlEvent(this, { kind: 'swipe', current, source: 'autoplay' })
    }, pause)
  }

  private draw() {
    const marks = this.slotted.assignedElements().map((_item, index) => {
      const mark = document.createElement('i')
      mark.classList.toggle('here', index === this.shown)
      return mark
    })
    this.dots.replaceChildren(...marks)
  }
}
