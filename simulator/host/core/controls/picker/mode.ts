import type { Wheel } from '../../../../wx/phone/picker-sheet'

type Official = WechatMiniprogram.PickerChange['detail']

/** What `change` reports (typings PickerChange): a selector's place is text; of regions there are as many as levels. */
type PickerDetail =
  | { value: Official['value'] }
  | { value: readonly string[]; code: readonly string[]; postcode: Official['postcode'] }

/** How one mode of the `picker` turns attributes into wheels, and wheels into what `change` reports. */
export interface Mode {
  start: () => readonly number[]
  wheels: (at: readonly number[]) => readonly Wheel[]
  detail: (at: readonly number[]) => PickerDetail
}

/** Reads an attribute or the value the control holds. */
export type Read = (name: string) => unknown
