import { ApiError } from '../errors'
import type { Vault } from './vault'

const PHONE = /^\+?\d{5,15}$/
const PURPOSE = 'phone'

/**
 * A phone number in the one form we keep: digits alone for mainland China, E.164 with its plus
 * elsewhere. Takes what people and SDKs send, also as a JSON number. Rejects with 400 anything else.
 */
export const normalizePhone = (input: string | number): string => {
  const compact = String(input).replace(/[\s-]/g, '')
  if (!PHONE.test(compact))
    throw new ApiError(400, 'phone is not a phone number: send 5 to 15 digits.')
  return compact.replace(/^(\+|00)86(?=1\d{10}$)/, '')
}

/** The two forms a phone number is kept in: encrypted, and as the keyed hash it is found by. */
export const sealPhone = (vault: Vault, phone: string) => ({
  phoneSealed: vault.seal(phone, PURPOSE),
  phoneIndex: phoneIndex(vault, phone),
})

/** The keyed hash a phone number is found by. */
export const phoneIndex = (vault: Vault, phone: string): string => vault.index(phone, PURPOSE)

/** The number in a box of `sealPhone`. */
export const openPhone = (vault: Vault, box: string): string => vault.open(box, PURPOSE)
