import { sealPush, signPush } from '../platform/crypto'
import type { PushEvent } from '../platform/push-events'
import { toXml } from './xml'

/** How pushes are written: as the console's three modes have it, in JSON or XML. Guide "消息推送". */
export interface PushForm {
  format: 'json' | 'xml'
  secrecy: { mode: 'plain' } | { mode: 'compatible' | 'safe'; aesKey: Buffer }
}

/** The body of a push, and what its query says besides the signature of every push. */
export interface WrittenPush {
  body: string
  query: Readonly<Record<string, string>>
}

/** What a push is signed with. */
export interface PushStamp {
  token: string
  timestamp: string
  nonce: string
}

const appidOf = (event: PushEvent): string => ('AppID' in event ? event.AppID : event.appid)

/** Writes an event; `salt` (16 bytes) goes into what is encrypted. In compatible mode both stand side by side. */
export const writePush = (
  event: PushEvent,
  { format, secrecy }: PushForm,
  { token, timestamp, nonce }: PushStamp,
  salt: Buffer,
): WrittenPush => {
  const write = (message: object) => (format === 'json' ? JSON.stringify(message) : toXml(message))
  if (secrecy.mode === 'plain') return { body: write(event), query: {} }
  const encrypted = sealPush(write(event), appidOf(event), secrecy.aesKey, salt)
  const open = secrecy.mode === 'safe' ? { ToUserName: event.ToUserName } : event
  return {
    body: write({ ...open, Encrypt: encrypted }),
    query: {
      encrypt_type: 'aes',
      msg_signature: signPush(token, timestamp, nonce, encrypted),
    },
  }
}
