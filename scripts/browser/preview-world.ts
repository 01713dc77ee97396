import { startPreview, type Preview } from '../../simulator/index'
import { startWorld } from '../../test/setup/world'

/** Where a bundle believes its backend to be by default. */
const BUILT_FOR = '127.0.0.1:8787'

/** WeChat, a backend with an empty database, and the preview of a bundle, on free ports. */
export interface PreviewWorld {
  previewUrl: string
  simulatorUrl: string
  serverUrl: string
  /** The address of a preview of another bundle in the same world. */
  preview: (bundleDir: string) => Promise<string>
  stop: () => Promise<void>
}

/** Starts such a world around the bundle in `bundleDir`; `serverEnv` is more environment for the backend. */
export const startPreviewWorld = async (
  bundleDir: string,
  serverEnv: Readonly<Record<string, string>> = {},
): Promise<PreviewWorld> => {
  const world = await startWorld(serverEnv)
  const hosts = { [BUILT_FOR]: new URL(world.server).host }
  const previews: Preview[] = []
  const preview = async (folder: string) => {
    const settings = { bundleDir: folder, simulatorUrl: world.simulator, hosts }
    const started = await startPreview({ port: 0, ...settings })
    previews.push(started)
    return started.url
  }
  return {
    previewUrl: await preview(bundleDir),
    preview,
    simulatorUrl: world.simulator,
    serverUrl: world.server,
    stop: async () => {
      for (const one of previews) await one.close()
      await world.stop()
    },
  }
}
