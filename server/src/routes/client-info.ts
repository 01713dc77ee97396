import type { FastifyRequest } from 'fastify'
import { clientAddress } from '../security/client-address'
import { hashToken } from '../sessions/token'
import type { Presented } from '../accounts/changes/reauthentication'
import type { ClientInfo } from '../sessions/session'

// What the vendor's SDK calls its two builds (docs/protocol.md 2.1).
const VENDOR_BUILDS = new Set<unknown>(['file', 'plugin'])
const LONGEST_REAUTHENTICATION = 1024
// 128 bits and more in any URL-safe spelling: UUID, hex, base64url.
const DEVICE_ID = /^[A-Za-z0-9_-]{16,64}$/
const SCHEME = /^Hydrogen-r1 (\S{1,200})$/

/** The hash of the bearer token a request carries (`Authorization: Hydrogen-r1 <token>`), or null. */
export const presentedTokenHash = (request: FastifyRequest): string | null => {
  const token = SCHEME.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : hashToken(token)
}

const deviceIdOf = ({ headers: { 'x-device-id': id } }: FastifyRequest): string | null =>
  typeof id === 'string' && DEVICE_ID.test(id) ? id : null

/** Where a request comes from, for the session it may open. */
export const clientInfoOf = (request: FastifyRequest): ClientInfo => ({
  ipAddress: clientAddress(request),
  userAgent: request.headers['user-agent'] ?? '',
  deviceId: deviceIdOf(request),
  presentedTokenHash: presentedTokenHash(request),
  signal: request.ended,
  rotation: VENDOR_BUILDS.has(request.headers['x-hydrogen-client-sdk-type'])
    ? 'keeps-token'
    : 'takes-new-token',
})

/** The token of a re-authentication that a request carries (`X-Reauthentication`), or none. */
export const presentedReauthentication = (
  request: FastifyRequest,
): Extract<Presented, { kind: 'token' | 'none' }> => {
  const token = request.headers['x-reauthentication']
  return typeof token === 'string' && token.length <= LONGEST_REAUTHENTICATION
    ? { kind: 'token', token }
    : { kind: 'none' }
}
