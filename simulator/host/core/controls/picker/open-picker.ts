import type { Element } from 'glass-easel'
import type { PhonePorts } from '../../../../wx/ports'
import type { Activity } from '../../logic/activity'
import { attribute, type Controls } from '../controls'
import type { Dispatch } from '../../view/events'
import { modeOf } from './modes'

/** Opens the sheet of a `picker` that was tapped. */
export type OpenPicker = (picker: Element) => void

/**
 * The `picker` (component reference): asks the person, then fires `change` with the value in the form of its mode, or
 * `cancel`; while the sheet is open, `columnchange` for each wheel of a multiSelector that came to rest.
 */
export const createOpenPicker = (
  { person, clock }: Pick<PhonePorts, 'person' | 'clock'>,
  { begin, report }: Pick<Activity, 'begin' | 'report'>,
  controls: Controls,
  dispatch: Dispatch,
): OpenPicker => {
  const tellTurn = (picker: Element, turn: WechatMiniprogram.PickerColumnChange['detail']) =>
    dispatch(picker, 'columnchange', turn)
  const ask = async (picker: Element) => {
    const name = attribute(picker, 'mode')
    const read = (attributeName: string) =>
      attributeName === 'value' ? controls.read(picker) : attribute(picker, attributeName)
    const mode = modeOf(name, read, clock.now())
    const reply = await person.answer('picker', {
      title: String(attribute(picker, 'header-text') ?? ''),
      start: mode.start,
      wheels: mode.wheels,
      turned: (column, value) => {
        if (name === 'multiSelector') tellTurn(picker, { column, value })
      },
    })
    if (reply.kind === 'cancel') {
      dispatch(picker, 'cancel')
      return
    }
    const at = mode.wheels(reply.kind === 'keep' ? mode.start() : reply.at).map((wheel) => wheel.at)
    const detail = mode.detail(at)
    controls.write(picker, detail.value)
    dispatch(picker, 'change', detail)
  }

  return (picker) => {
    const end = begin()
    ask(picker)
      .catch((error: unknown) => report('picker', error))
      .finally(end)
  }
}
