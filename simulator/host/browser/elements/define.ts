import { BUILT_IN_TAGS } from '../../core/view/built-in-tags'
import { WxButton } from './wx-button'
import { WxCanvas } from './wx-canvas'
import { WxElement, type PictureUrl } from './wx-element'
import { WxIcon } from './wx-icon'
import { wxImage } from './wx-image'
import { WxInput, WxTextarea } from './wx-input'
import { WxMovableView } from './wx-movable-view'
import { WxNavigator } from './wx-navigator'
import { WxPicker } from './wx-picker'
import { WxPickerView, WxPickerViewColumn } from './wx-picker-view'
import { WxProgress } from './wx-progress'
import { WxRichText } from './wx-rich-text'
import { WxScrollView } from './wx-scroll-view'
import { WxSlider } from './wx-slider'
import { WxSwiper } from './wx-swiper'
import { WxCheckbox, WxRadio, WxSwitch } from './wx-toggles'

/** Registers the element of a custom component: its id and style are written as those of WeChat's own. */
export const defineUnknown = (name: string): void => {
  if (customElements.get(name.toLowerCase()) === undefined) {
    customElements.define(name.toLowerCase(), class extends WxElement {})
  }
}

/** Registers in the browser every component WeChat ships, as custom elements named `wx-` + tag; unknown ones are plain boxes. */
export const defineElements = (pictureUrl: PictureUrl): void => {
  const own: Readonly<Record<string, CustomElementConstructor>> = {
    button: WxButton,
    canvas: WxCanvas,
    'rich-text': WxRichText,
    input: WxInput,
    textarea: WxTextarea,
    switch: WxSwitch,
    checkbox: WxCheckbox,
    radio: WxRadio,
    'movable-view': WxMovableView,
    navigator: WxNavigator,
    picker: WxPicker,
    'picker-view': WxPickerView,
    'picker-view-column': WxPickerViewColumn,
    'scroll-view': WxScrollView,
    slider: WxSlider,
    swiper: WxSwiper,
    image: wxImage(pictureUrl),
    'cover-image': wxImage(pictureUrl),
    progress: WxProgress,
    icon: WxIcon,
  }
  for (const tag of [...BUILT_IN_TAGS, 'page']) {
    customElements.define(`wx-${tag}`, own[tag] ?? class extends WxElement {})
  }
}
