import { reportControlEvent } from './control-events'
import { shadowOf, WxElement, type PictureUrl } from './wx-element'

const CSS = `
:host { display: inline-block; overflow: hidden; }
img { display: block; width: 100%; height: 100%; object-fit: fill; }
img[hidden] { display: none; }
:host([mode="widthFix"]) { height: auto !important; }
:host([mode="heightFix"]) { width: auto !important; }
`

/** How each mode fits (component reference "image"). */
const FITS: Readonly<Record<string, string>> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}

/** `image`; the host's core reports to the bundle what has loaded. */
export const wxImage = (pictureUrl: PictureUrl) =>
  class WxImage extends WxElement {
    static readonly observedAttributes = ['src', 'mode', 'aria-label']
    private readonly picture = document.createElement('img')

    constructor() {
      super()
      const { picture } = this
      picture.alt = ''
      picture.hidden = true
      picture.addEventListener('error', () => (picture.hidden = true))
      picture.addEventListener('load', () => reportControlEvent(this, { kind: 'loaded' }))
      shadowOf(this, CSS, picture)
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null) {
      const { picture } = this
      if (name === 'aria-label') picture.alt = value ?? ''
      if (name === 'mode') picture.style.objectFit = FITS[value ?? ''] ?? 'fill'
      if (name === 'src' && this.isConnected) this.showPicture()
    }

    connectedCallback() {
      this.showPicture()
    }

    /** A relative path counts from the page, which is known once the image is in it. */
    private showPicture() {
      const src = this.getAttribute('src') ?? ''
      const page = this.closest('[data-page]')?.getAttribute('data-page') ?? ''
      this.picture.hidden = src === ''
      if (src !== '') this.picture.src = pictureUrl(src, page)
    }
  }
