import { asyncApi, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import { supports } from '../versions'

type Result = WechatMiniprogram.GeneralCallbackResult

const TOAST_MS = 1500
const SHEET_LIMIT = 6
const ITEM_COLOUR = '#000000'

/** Base libraries that brought the cross of a toast and the warning above an action sheet (typings). */
const SINCE = { error: '2.14.1', alertText: '2.14.0' }

/** Toast, loading and action sheet (typings). One toast or loading at a time: the later one replaces the earlier. */
export const createFeedback = (ports: WxPorts) => {
  const { screen, loop, person, device } = ports
  let cancelToast = () => undefined as void

  const iconOf = ({ icon = 'success' }: Pick<WechatMiniprogram.ShowToastOption, 'icon'>) =>
    icon === 'error' && !supports(device.libVersion, SINCE.error) ? 'success' : icon
  const hide = () => {
    cancelToast()
    screen.set({ toast: null, loading: null })
  }

  return {
    showToast: asyncApi<WechatMiniprogram.ShowToastOption, Result>(ports, 'showToast', (option) => {
      const { image = '', mask = false, duration = TOAST_MS } = option
      const title = requireText('title', option.title)
      hide()
      screen.set({ toast: { title, icon: iconOf(option), image, mask } })
      cancelToast = loop.after(duration, 'toast', () => screen.set({ toast: null }))
      return {}
    }),
    hideToast: asyncApi<object, Result>(ports, 'hideToast', () => {
      hide()
      return {}
    }),
    showLoading: asyncApi<WechatMiniprogram.ShowLoadingOption, Result>(
      ports,
      'showLoading',
      (option) => {
        const title = requireText('title', option.title)
        hide()
        screen.set({ loading: { title, mask: option.mask ?? false } })
        return {}
      },
    ),
    hideLoading: asyncApi<object, Result>(ports, 'hideLoading', () => {
      hide()
      return {}
    }),
    showActionSheet: asyncApi<
      WechatMiniprogram.ShowActionSheetOption,
      WechatMiniprogram.ShowActionSheetSuccessCallbackResult
    >(ports, 'showActionSheet', async ({ itemList, alertText = '', itemColor = ITEM_COLOUR }) => {
      if (!Array.isArray(itemList) || itemList.length === 0) {
        throw new WxFailure('parameter error: parameter.itemList should have at least 1 item;')
      }
      if (itemList.length > SHEET_LIMIT) {
        throw new WxFailure('parameter error: itemList should not be large than 6')
      }
      const warns = supports(device.libVersion, SINCE.alertText)
      const shows = { itemList, itemColor, alertText: warns ? alertText : '' }
      const reply = await person.answer('actionSheet', shows)
      if (reply.kind === 'cancel') throw new WxFailure('cancel')
      return { tapIndex: reply.index }
    }),
  }
}
