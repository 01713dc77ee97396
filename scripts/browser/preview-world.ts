import { rm } from 'node:fs/promises'
import { startPreview, type Preview, startSimulator } from '../../simulator/index'
import { migratedFolder } from '../../server/test/kit/migrated-folder'
import { startServerProcess } from '../../server/test/kit/server-process'

/** Where a bundle believes its backend to be by default. */
const BUILT_FOR = '127.0.0.1:8787'

/** WeChat, a backend with an empty database, and the preview of a bundle, on free ports. */
export interface PreviewWorld {
  previewUrl: string
  simulatorUrl: string
  serverUrl: string
  /** The address of a preview of another bundle in the same world. */
  preview(bundleDir: string): Promise<string>
  stop(): Promise<void>
}

/** Starts such a world around the bundle in `bundleDir`; `serverEnv` is more environment for the backend. */
export const startPreviewWorld = async (
  bundleDir: string,
  serverEnv: Readonly<Record<string, string>> = {},
): Promise<PreviewWorld> => {
  const simulator = await startSimulator({ port: 0, bound: 'every-app' })
  const dataDir = await migratedFolder()
  const server = await startServerProcess({
    DATA_DIR: dataDir,
    WECHAT_API_BASE: simulator.url,
    // As npm start has it: the app writes profiles by its own call (docs/settings.md).
    SDK_USER_INFO_UPDATE: 'on',
    ...serverEnv,
  }).catch(async (error: unknown) => {
    await simulator.close()
    throw error
  })
  const hosts = { [BUILT_FOR]: new URL(server.url).host }
  const previews: Preview[] = []
  const preview = async (folder: string) => {
    const settings = { bundleDir: folder, simulatorUrl: simulator.url, hosts }
    const started = await startPreview({ port: 0, ...settings })
    previews.push(started)
    return started.url
  }
  return {
    previewUrl: await preview(bundleDir),
    preview,
    simulatorUrl: simulator.url,
    serverUrl: server.url,
    stop: async () => {
      for (const one of previews) await one.close()
      await server.stop()
      await simulator.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
