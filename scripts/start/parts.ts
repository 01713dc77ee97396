import { existsSync } from 'node:fs'
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

const SERVER_SETTINGS = 'server/.env'

const serverSpec = ({ ports, host }: Addresses, layout: Layout): PartSpec => ({
  name: 'server',
  args: [
    ...(existsSync(SERVER_SETTINGS) ? [`--env-file=${SERVER_SETTINGS}`] : []),
    ...['--import', 'tsx', 'server/src/main.ts'],
  ],
  env: {
    PORT: String(ports.server),
    // The app sends the profile itself by default (TARO_APP_PROFILE_WRITER=client).
    SDK_USER_INFO_UPDATE: process.env['SDK_USER_INFO_UPDATE'] ?? 'on',
    ...(host === LOOPBACK ? {} : { HOST: '0.0.0.0', PUBLIC_URL: `http://${host}:${ports.server}` }),
    ...(layout.simulator
      ? {
          WECHAT_API_BASE:
            process.env['WECHAT_API_BASE'] ?? `http://${LOOPBACK}:${ports.simulator}`,
        }
      : {}),
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
