import { randomUUID } from 'node:crypto'
import type { LoginMethod, sessions } from '../db/schema'
import { hashToken, newToken } from './token'

// Thirty days, the longest that the protocol allows (docs/protocol.md 4.1).
const SESSION_SECONDS = 2_592_000

/** What a request reports about the device it came from; shown to the owner in the list of sessions. */
export interface ClientInfo {
  readonly ipAddress: string
  readonly userAgent: string
  /** The random ID that our app keeps on its device (`X-Device-ID`); null for clients that send none. */
  readonly deviceId: string | null
  /** The hash of the token the request carried, if any: a sign-in replaces that session. */
  readonly presentedTokenHash: string | null
  /** Aborted when no one waits for the answer any more: work that has not begun is not worth beginning. */
  readonly signal: AbortSignal
  /** Whether the client can take a new token from any reply. The vendor's SDK reads one at sign-in only. */
  readonly rotation: 'takes-new-token' | 'keeps-token'
}

/** What the protocol returns for a sign-in: the only time the token exists outside the caller's device. */
export interface SessionToken {
  readonly token: string
  /** Seconds. */
  readonly expires_in: number
}

const LONGEST_USER_AGENT = 300

/** A new session: its token for the owner, and the row to keep, which misses only the user it belongs to. */
export const openSession = (
  loginMethod: LoginMethod,
  client: ClientInfo,
  nowMs: number,
): { sessionToken: SessionToken; row: Omit<typeof sessions.$inferInsert, 'userId'> } => {
  const token = newToken()
  return {
    sessionToken: { token, expires_in: SESSION_SECONDS },
    row: {
      id: randomUUID(),
      tokenHash: hashToken(token),
      loginMethod,
      createdAt: new Date(nowMs),
      expiresAt: new Date(nowMs + SESSION_SECONDS * 1000),
      ipAddress: client.ipAddress,
      userAgent: client.userAgent.slice(0, LONGEST_USER_AGENT),
    },
  }
}
