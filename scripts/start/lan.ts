import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'

/** Networks inside of this machine, by the names that containers, virtual machines and VPNs use: no phone is in them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|utun|tun|tap|wg|zt|tailscale|bridge)/i

/** This machine's IPv4 address in the local network; throws a sentence when it has none. */
export const lanAddress = (interfaces = networkInterfaces()): string => {
  const found = Object.entries(interfaces)
    .sort(([a], [b]) => Number(VIRTUAL.test(a)) - Number(VIRTUAL.test(b)))
    .flatMap(([, addresses]) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  if (found === undefined) {
    throw new Error('This machine is in no local network: connect it to the Wi-Fi of the phone.')
  }
  return found.address
}

/** A QR code of this text, for a terminal. */
export const qrCode = (text: string): string => renderUnicodeCompact(text)
