import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const TAG_BYTES = 16
// A key encrypts one file once, so its nonce may be any constant.
const NONCE = Buffer.alloc(12)

/** What a file is kept as: its bytes encrypted, and the key that reads them again. */
interface EncryptedFile {
  readonly key: Buffer
  readonly bytes: Buffer
}

/**
 * Encrypts the bytes of a file under a key of its own. To delete the key, a few bytes of one small row, is to delete
 * the file, wherever copies of its megabytes remain.
 */
export const encryptFile = (bytes: Buffer): EncryptedFile => {
  const key = randomBytes(KEY_BYTES)
  const cipher = createCipheriv(CIPHER, key, NONCE)
  return { key, bytes: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) }
}

/** The bytes of a file again; as they are when they were kept before files were encrypted. Throws for altered ones. */
export const decryptFile = ({ key, bytes }: { key: Buffer | null; bytes: Buffer }): Buffer => {
  if (key === null) return bytes
  const decipher = createDecipheriv(CIPHER, key, NONCE)
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()])
}
