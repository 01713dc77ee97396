import type { Layout } from './layout'
import type { PartSpec } from './part'

interface Ports {
  server: number
  simulator: number
  preview: number
}

/** Where the parts find each other: ports, and the host by which a phone reaches this machine. */
export interface Addresses {
  readonly ports: Ports
  /** `127.0.0.1`, or this machine's address in the local network. */
  readonly host: string
}

const LISTENING = /^listening on http/
const TARO_CHATTER = /^(👽|Tips:|1\. 预览模式|Example:|\$ NODE_ENV|→ Watching)/
const LOOPBACK = '127.0.0.1'

const simulatorSpecs = ({ ports }: Addresses): PartSpec[] => [
  {
    name: 'simulator',
    args: ['--import', 'tsx', 'simulator/main.ts'],
    env: { SIM_PORT: String(ports.simulator) },
    readyWhen: LISTENING,
  },
  {
    name: 'preview',
    args: ['--import', 'tsx', 'simulator/preview/main.ts'],
    env: {
      PREVIEW_PORT: String(ports.preview),
      SIMULATOR_URL: `http://${LOOPBACK}:${ports.simulator}`,
    },
    readyWhen: LISTENING,
  },
]

/** The settings of the server where neither the shell nor `server/.env` has them: see server/dev/child-env.ts. */
const serverDefaults = ({ ports }: Addresses, layout: Layout): string[] => [
  // The app sends the profile itself by default (TARO_APP_PROFILE_WRITER=client).
  '--default=SDK_USER_INFO_UPDATE=on',
  ...(layout.simulator ? [`--default=WECHAT_API_BASE=http://${LOOPBACK}:${ports.simulator}`] : []),
]

const lanSettings = ({ ports, host }: Addresses): PartSpec['env'] =>
  host === LOOPBACK ? {} : { HOST: '0.0.0.0', PUBLIC_URL: `http://${host}:${ports.server}` }

const serverSpec = (addresses: Addresses, layout: Layout): PartSpec => ({
  name: 'server',
  args: ['--import', 'tsx', 'server/dev/main.ts', ...serverDefaults(addresses, layout)],
  env: {
    PORT: String(addresses.ports.server),
    ...lanSettings(addresses),
  },
  readyWhen: LISTENING,
})

/** Where the app looks for its backend: what the shell says, the server here, or what `.env` says (undefined). */
export const backendOf = ({ ports, host }: Addresses, layout: Layout): string | undefined =>
  process.env['TARO_APP_BAAS_HOST'] ??
  (layout.server ? `http://${host}:${ports.server}` : undefined)

const buildSpec = (backend: string | undefined): PartSpec => ({
  name: 'weapp',
  args: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp', '--watch'],
  env: {
    NODE_ENV: 'development',
    ...(backend === undefined ? {} : { TARO_APP_BAAS_HOST: backend }),
  },
  readyWhen: /Compiled successfully/,
  noise: TARO_CHATTER,
})

/** What runs of what there is, and how each part finds the others: by address, never by import. */
export const partSpecs = (addresses: Addresses, layout: Layout): PartSpec[] => [
  ...(layout.simulator ? simulatorSpecs(addresses) : []),
  ...(layout.server ? [serverSpec(addresses, layout)] : []),
  buildSpec(backendOf(addresses, layout)),
]
