import { asyncApi, settle, WxFailure, type Callbacks } from './call'
import type { WxPorts } from './ports'

type Result = WechatMiniprogram.GeneralCallbackResult

const TOAST_MS = 1500
const SHEET_LIMIT = 6

/**
 * Toast, loading, modal and action sheet (typings). One toast or loading at a time: the later one replaces the earlier.
 * Confirming a modal counts as a tap (WeChat rules 1.1).
 */
export const createFeedback = (ports: WxPorts) => {
  const { screen, loop, person, gesture } = ports
  let cancelToast = () => undefined as void

  const hide = () => {
    cancelToast()
    screen.set({ toast: null, loading: null })
  }

  const showModal = async (option: WechatMiniprogram.ShowModalOption) => {
    const reply = await person.answer('modal', {
      title: option.title ?? '',
      content: option.content ?? '',
      editable: option.editable === true,
    })
    const confirm = reply.kind === 'confirm'
    const content =
      reply.kind === 'confirm' && option.editable === true ? { content: reply.content ?? '' } : {}
    return { confirm, cancel: !confirm, ...content }
  }

  return {
    showToast: asyncApi<WechatMiniprogram.ShowToastOption, Result>(ports, 'showToast', (option) => {
      const { title, icon = 'success', mask = false, duration = TOAST_MS } = option
      hide()
      screen.set({ toast: { title, icon, mask } })
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
        hide()
        screen.set({ loading: { title: option.title, mask: option.mask ?? false } })
        return {}
      },
    ),
    hideLoading: asyncApi<object, Result>(ports, 'hideLoading', () => {
      hide()
      return {}
    }),
    showModal: (option: WechatMiniprogram.ShowModalOption = {}) => {
      const given = option as Callbacks
      const asTap = (callback: unknown) => (result: { confirm?: boolean }) => {
        const run = () => (callback as ((result: object) => void) | undefined)?.(result)
        if (result.confirm === true) gesture.during(run)
        else run()
      }
      const answered = showModal(option)
      if (given.success ?? given.fail ?? given.complete) {
        settle(ports, 'showModal', { ...given, success: asTap(given.success) }, answered)
        return undefined
      }
      return new Promise((success, fail) => settle(ports, 'showModal', { success, fail }, answered))
    },
    showActionSheet: asyncApi<
      WechatMiniprogram.ShowActionSheetOption,
      WechatMiniprogram.ShowActionSheetSuccessCallbackResult
    >(ports, 'showActionSheet', async ({ itemList }) => {
      if (itemList.length > SHEET_LIMIT)
        throw new WxFailure('parameter error: itemList should not be large than 6')
      const reply = await person.answer('actionSheet', { itemList })
      if (reply.kind === 'cancel') throw new WxFailure('cancel')
      return { tapIndex: reply.index }
    }),
  }
}
