import type { FastifyRequest } from 'fastify'
import { clientAddress } from '../security/client-address'
import { hashToken } from '../sessions/token'
import type { Origin } from '../sessions/session'

// What the vendor's SDK calls its two builds (wire contract 0).
const VENDOR_BUILDS = new Set<unknown>(['file', 'plugin'])
const SCHEME = /^Hydrogen-r1 (\S{1,200})$/

/** The hash of the bearer token a request carries (`Authorization: Hydrogen-r1 <token>`), or null. */
export const presentedTokenHash = (request: FastifyRequest): string | null => {
  const token = SCHEME.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : hashToken(token)
}

/** Where a request comes from, for the session it may open. */
export const originOf = (request: FastifyRequest): Origin => ({
  ipAddress: clientAddress(request),
  userAgent: request.headers['user-agent'] ?? '',
  presentedTokenHash: presentedTokenHash(request),
  rotation: VENDOR_BUILDS.has(request.headers['x-hydrogen-client-sdk-type'])
    ? 'keeps-token'
    : 'takes-new-token',
})
