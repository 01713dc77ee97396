import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { OperatorError } from '../operator-error'
import type { SealingKey } from '../settings/keys'

/** Seals and opens secrets at rest, and turns values into keyed hashes they can be looked up by. */
export interface Vault {
  /** AES-256-GCM under the current key. `purpose` binds the box to its place: moved elsewhere it does not open. */
  readonly seal: (plain: string, purpose: string) => string
  /** What `seal` was given. Throws when the box was changed or moved, `SealingKeyMissing` when its key is not there. */
  readonly open: (box: string, purpose: string) => string
  /** Whether the box was sealed under an older key and wants sealing again. */
  readonly isStale: (box: string) => boolean
  /** HMAC-SHA256, base64url: equal values have equal indexes, and no one without the key can try values. */
  readonly index: (value: string, purpose: string) => string
}

/** What is sealed under a key that is not configured: the operator has to put it back. Holds the key's id alone. */
export class SealingKeyMissing extends OperatorError {
  override readonly name = 'SealingKeyMissing'

  constructor(id: string) {
    super(`A secret was sealed with key "${id}", which DATA_KEYS no longer holds: put it back.`)
  }
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** A vault over at least one sealing key and the key of the index. Boxes read `<key id>.<iv, tag and ciphertext>`. */
export const createVault = (
  keys: readonly [SealingKey, ...SealingKey[]],
  indexKey: Buffer,
): Vault => {
  const [current] = keys
  const keyOf = (id: string): Buffer => {
    const found = keys.find((candidate) => candidate.id === id)
    if (found === undefined) throw new SealingKeyMissing(id)
    return found.key
  }

  return {
    seal: (plain, purpose) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${current.id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    open: (box, purpose) => {
      const dot = box.indexOf('.')
      const text = box.slice(dot + 1)
      const bytes = Buffer.from(text, 'base64url')
      // One box has one spelling: a box that is consumed by its text must not come back respelled.
      if (bytes.toString('base64url') !== text) {
        throw new Error('The box is spelled in another way.')
      }
      const key = keyOf(box.slice(0, dot))
      // Node would take a tag of four bytes, too.
      const options = { authTagLength: TAG_BYTES }
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), options)
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      const sealed = bytes.subarray(IV_BYTES + TAG_BYTES)
      return decipher.update(sealed, undefined, 'utf8') + decipher.final('utf8')
    },
    isStale: (box) => !box.startsWith(`${current.id}.`),
    index: (value, purpose) =>
      createHmac('sha256', indexKey).update(`${purpose}\0${value}`).digest('base64url'),
  }
}
