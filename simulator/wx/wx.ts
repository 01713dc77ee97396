import catalogue from './catalogue.json'
import { createDeviceInfo } from './device-info'
import { createInFlight } from './in-flight'
import { createLogin } from './login'
import { createNavigation } from './navigation'
import type { WxPorts } from './ports'
import { createRequest } from './request'
import { createStorageApis } from './storage'
import { supports } from './versions'

/** Members of `wx` that are objects, not functions. */
const OBJECTS: readonly string[] = ['cloud']

const unsimulated = (name: string) => () => {
  throw new Error(`wx.${name} is not simulated.`)
}

const unsimulatedObject = (name: string): object =>
  new Proxy({}, { get: (_target, member) => unsimulated(`${name}.${String(member)}`) })

/**
 * Creates the global `wx` of one phone. Every official name is there if the chosen base library has it
 * (catalogue.json, from miniprogram-api-typings) and absent if not; what is not simulated throws by its name when called.
 */
export const createWx = (ports: WxPorts): Record<string, unknown> => {
  const inFlight = createInFlight()
  const simulated: Record<string, unknown> = {
    ...createLogin(ports),
    ...createRequest(ports, inFlight),
    ...createStorageApis(ports),
    ...createDeviceInfo(ports),
    ...createNavigation(ports),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
  const present = Object.entries(catalogue).filter(([, since]) =>
    supports(ports.device.libVersion, since),
  )
  return Object.fromEntries(
    present.map(([name]) => {
      const absent = OBJECTS.includes(name) ? unsimulatedObject(name) : unsimulated(name)
      return [name, simulated[name] ?? absent]
    }),
  )
}
