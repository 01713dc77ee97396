import type { FastifyRequest } from 'fastify'
import type { Settings } from '../settings/types'

/**
 * Where the outside finds a path of ours: at PUBLIC_URL. Without one, which only development may be, as the
 * request says: there phones, tests and browsers reach one server under many names.
 */
export const publicAddress = (
  { publicUrl, host, port }: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
  request: Pick<FastifyRequest, 'protocol' | 'host'>,
  path: string,
): string => {
  const isConfigured = publicUrl !== `http://${host}:${port}`
  return `${isConfigured ? publicUrl : `${request.protocol}://${request.host}`}${path}`
}
