import type { Settings } from './types'

/** The address of a server that listens there, as the URL parser writes it: IPv6 in brackets, no port 80. */
export const ownAddress = ({ host, port }: Pick<Settings, 'host' | 'port'>): string => {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return URL.canParse(address) ? new URL(address).origin : address
}
