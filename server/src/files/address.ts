import type { FastifyRequest } from 'fastify'
import { ownAddress } from '../settings/own-address'
import type { Settings } from '../settings/types'

/**
 * Where the outside finds a path of ours: at PUBLIC_URL. Without one, which only development may be, as the
 * request says: there phones, tests and browsers reach one server under many names.
 */
export const publicAddress = (
  settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
  request: Pick<FastifyRequest, 'protocol' | 'host'>,
  path: string,
): string => {
  const isConfigured = settings.publicUrl !== ownAddress(settings)
  return `${isConfigured ? settings.publicUrl : `${request.protocol}://${request.host}`}${path}`
}
