import { BUILT_IN_TAGS } from '../../core/view/built-in-tags'
import { WxButton } from './wx-button'
import { WxElement, type PictureUrl } from './wx-element'
import { wxImage } from './wx-image'
import { WxInput, WxTextarea } from './wx-input'
import { WxNavigator } from './wx-navigator'
import { WxPicker } from './wx-picker'
import { WxPickerView, WxPickerViewColumn } from './wx-picker-view'
import { WxSlider } from './wx-slider'
import { WxSwiper } from './wx-swiper'
import { WxCheckbox, WxRadio, WxSwitch } from './wx-toggles'

/** Registers in the browser every component WeChat ships, as custom elements named `wx-` + tag; unknown ones are plain boxes. */
export const defineElements = (pictureUrl: PictureUrl): void => {
  const own: Readonly<Record<string, CustomElementConstructor>> = {
    button: WxButton,
    input: WxInput,
    textarea: WxTextarea,
    switch: WxSwitch,
    checkbox: WxCheckbox,
    radio: WxRadio,
    navigator: WxNavigator,
    picker: WxPicker,
    'picker-view': WxPickerView,
    'picker-view-column': WxPickerViewColumn,
    slider: WxSlider,
    swiper: WxSwiper,
    image: wxImage(pictureUrl),
  }
  for (const tag of [...BUILT_IN_TAGS, 'page']) {
    customElements.define(`wx-${tag}`, own[tag] ?? class extends WxElement {})
  }
}
