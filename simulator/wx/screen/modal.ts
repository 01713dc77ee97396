import { requireText, settle, WxFailure, type Callbacks } from '../call'
import type { Questions } from '../phone/person'
import type { WxPorts } from '../ports'
import { supports } from '../versions'

type Option = WechatMiniprogram.ShowModalOption
type Shows = Questions['modal']['shows']

/** Longest text of a button, in characters, and what the buttons say by themselves (typings ShowModalOption). */
const TEXT_LIMIT = 4
const WORDS = {
  zh_CN: { confirm: '确定', cancel: '取消' },
  zh_TW: { confirm: '確定', cancel: '取消' },
  en: { confirm: 'OK', cancel: 'Cancel' },
}
const COLOURS = { confirm: '#576B95', cancel: '#000000' }

/** Base library that brought the input (typings: editable, placeholderText). */
const EDITABLE_SINCE = '2.17.1'

const checkText = (name: 'confirmText' | 'cancelText', text: string | undefined) => {
  if (text === undefined || [...text].length <= TEXT_LIMIT) return
  throw new WxFailure(
    `parameter error: ${name} length should not larger than ${TEXT_LIMIT} Chinese characters`,
  )
}

/** What a modal asked for like this shows on such a phone. Throws for a button with too long a text. */
const shownBy = (option: Option, { language, libVersion }: WxPorts['device']): Shows => {
  checkText('confirmText', option.confirmText)
  checkText('cancelText', option.cancelText)
  const words = WORDS[language]
  const button = (which: 'confirm' | 'cancel', text = '', color = COLOURS[which]) => ({
    text: text === '' ? words[which] : text,
    color,
  })
  return {
    title: requireText('title', option.title ?? ''),
    content: requireText('content', option.content ?? ''),
    editable: option.editable === true && supports(libVersion, EDITABLE_SINCE),
    placeholder: option.placeholderText ?? '',
    confirm: button('confirm', option.confirmText, option.confirmColor),
    cancel:
      option.showCancel === false ? null : button('cancel', option.cancelText, option.cancelColor),
  }
}

/** `wx.showModal` (typings). Confirming it counts as a tap (docs/wechat.md 1.2). */
export const createModal = (ports: WxPorts) => {
  const { person, gesture, device } = ports

  const ask = async (option: Option) => {
    const shows = shownBy(option, device)
    const reply = await person.answer('modal', shows)
    const confirm = reply.kind === 'confirm'
    const typed =
      reply.kind === 'confirm' && shows.editable ? { content: reply.content ?? shows.content } : {}
    return { confirm, cancel: !confirm, ...typed }
  }

  return {
    showModal: (asked?: Option | null) => {
      const option = asked ?? {}
      const given = option as Callbacks
      const asTap = (callback: unknown) => (result: { confirm?: boolean }) => {
        const run = () => (callback as ((result: object) => void) | undefined)?.(result)
        if (result.confirm === true) gesture.during(run)
        else run()
      }
      const answered = ask(option)
      if (given.success ?? given.fail ?? given.complete) {
        settle(ports, 'showModal', { ...given, success: asTap(given.success) }, answered)
        return undefined
      }
      return ports.promise((success, fail) =>
        settle(ports, 'showModal', { success, fail }, answered),
      )
    },
  }
}
