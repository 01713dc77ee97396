import { BlockList, isIP } from 'node:net'

/** Where an address leads: to this machine, to a network of its operator's own, or out. */
export type Network = 'this machine' | 'private' | 'public'

/** The networks of a list in CIDR notation, parted by blanks. */
const subnets = (list: string): BlockList => {
  const blocks = new BlockList()
  for (const [net = '', prefix] of list.split(' ').map((block) => block.split('/'))) {
    blocks.addSubnet(net, Number(prefix), net.includes(':') ? 'ipv6' : 'ipv4')
  }
  return blocks
}

// A link-local address is this machine's cloud metadata service, or a neighbour's by accident.
const THIS_MACHINE = subnets('0.0.0.0/8 127.0.0.0/8 169.254.0.0/16 ::/96 fe80::/10')
const PRIVATE = subnets(
  '10.0.0.0/8 100.64.0.0/10 172.16.0.0/12 192.168.0.0/16 224.0.0.0/3 fc00::/7 ff00::/8',
)
const LOCAL_NAME = /^(.+\.)?(localhost|localdomain)$/
// A name without a dot is found only by machines that complete it.
const PRIVATE_NAME = /^[^.]*$|\.(local|internal|intranet|lan|home\.arpa)$/

/** The network of a URL's host, however it is spelled: the URL parser turns 127.1 and 0x7f000001 into 127.0.0.1. */
export const networkOf = (url: string): Network => {
  // Only the schemes of the web have their hosts parsed.
  const { hostname } = new URL(url.replace(/^\w+:/, 'http:'))
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
  const version = isIP(host)
  if (version === 0) {
    if (LOCAL_NAME.test(host)) return 'this machine'
    return PRIVATE_NAME.test(host) ? 'private' : 'public'
  }
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (THIS_MACHINE.check(host, family)) return 'this machine'
  return PRIVATE.check(host, family) ? 'private' : 'public'
}
