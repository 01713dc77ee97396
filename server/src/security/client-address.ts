import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'

/** What is kept for a request whose address is not known, such as one from a Unix socket. */
const UNKNOWN = 'unknown'
// An IPv6 address in brackets, with a zone and a port, is shorter; nothing longer is parsed at all.
const LONGEST = 100
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d{1,5})?|(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5})$/
// One household or one server has a /64 and may use every address of it.
const IPV6_GROUP_BITS = 64

// Where translators put the IPv4 clients of a server that has IPv6 only (RFC 6052, RFC 7915): all of them in one /64.
const TRANSLATED = ['64:ff9b::/96', '::ffff:0:0:0/96'].map((net) => ipaddr.IPv6.parseCIDR(net))

/** An IPv4 address that is written inside an IPv6 address as itself. */
const untranslated = (address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 =>
  address instanceof ipaddr.IPv6 && TRANSLATED.some((net) => address.match(net))
    ? new ipaddr.IPv4(address.toByteArray().slice(-4))
    : address

const parsed = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | null => {
  if (text.length > LONGEST) return null
  const [, inBrackets, beforePort] = WITH_PORT.exec(text) ?? []
  const [address = ''] = (inBrackets ?? beforePort ?? text).trim().split('%', 1)
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  return isAddress ? untranslated(ipaddr.process(address)) : null
}

/**
 * The one spelling of an IP address: without port, brackets and zone id, an IPv4 address inside IPv6
 * (`::ffff:1.2.3.4`, `64:ff9b::1.2.3.4`) as IPv4, IPv6 as RFC 5952 writes it. Null for text that is no address.
 */
export const normalizeAddress = (text: string): string | null => {
  const address = parsed(text)
  if (address === null) return null
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()
}

/**
 * What limits count an address under: an IPv4 address itself, of IPv6 the /64. Anything else is returned as it is,
 * so that a group of a group is the same group.
 */
export const addressGroup = (text: string): string => {
  const address = parsed(text)
  if (!(address instanceof ipaddr.IPv6)) return address?.toString() ?? text
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${IPV6_GROUP_BITS}`)
  return `${network.toRFC5952String()}/${IPV6_GROUP_BITS}`
}

/**
 * The address a request comes from, in its one spelling: what is stored, shown and logged. When a trusted proxy
 * forwards text that is no address, it is the proxy's own address: the requests of a proxy that is set up wrongly
 * are counted together, and the text is kept nowhere.
 */
export const clientAddress = ({
  ip,
  socket,
}: {
  readonly ip: string
  readonly socket: Pick<FastifyRequest['socket'], 'remoteAddress'>
}): string => normalizeAddress(ip) ?? normalizeAddress(socket.remoteAddress ?? '') ?? UNKNOWN
