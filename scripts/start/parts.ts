import type { PartSpec } from './part'

export interface Ports {
  server: number
  simulator: number
  preview: number
}

const LISTENING = /^listening on http/
const TARO_CHATTER = /^(👽|Tips:|1\. 预览模式|Example:|\$ NODE_ENV|→ Watching)/

/** What runs, and how each part finds the others: by address, never by import. */
export function partSpecs(ports: Ports): PartSpec[] {
  const server = `http://127.0.0.1:${ports.server}`
  const simulator = `http://127.0.0.1:${ports.simulator}`
  return [
    {
      name: 'simulator',
      args: ['--import', 'tsx', 'simulator/main.ts'],
      env: { SIM_PORT: String(ports.simulator) },
      readyWhen: LISTENING,
    },
    {
      name: 'server',
      args: ['--import', 'tsx', 'server/src/main.ts'],
      env: {
        PORT: String(ports.server),
        WECHAT_API_BASE: process.env['WECHAT_API_BASE'] ?? simulator,
        // The app sends the profile itself by default (TARO_APP_PROFILE_WRITER=client).
        SDK_USER_INFO_UPDATE: process.env['SDK_USER_INFO_UPDATE'] ?? 'on',
      },
      readyWhen: LISTENING,
    },
    {
      name: 'weapp',
      args: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp', '--watch'],
      env: {
        NODE_ENV: 'development',
        TARO_APP_BAAS_HOST: process.env['TARO_APP_BAAS_HOST'] ?? server,
      },
      readyWhen: /Compiled successfully/,
      noise: TARO_CHATTER,
    },
    {
      name: 'preview',
      args: ['--import', 'tsx', 'simulator/preview/main.ts'],
      env: { PREVIEW_PORT: String(ports.preview), SIMULATOR_URL: simulator },
      readyWhen: LISTENING,
    },
  ]
}
