import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startPreview, startSimulator } from '../../../simulator/index'

/** A preview of a hand-written mini-program, with WeChat but no backend of ours behind it. */
export interface NativePreview {
  url: string
  stop: () => Promise<void>
}

/** Writes these files (content by path) to a folder and previews it. */
export const previewNative = async (
  files: Readonly<Record<string, string>>,
): Promise<NativePreview> => {
  const bundleDir = await mkdtemp(join(tmpdir(), 'native-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(bundleDir, path)), { recursive: true })
    await writeFile(join(bundleDir, path), content)
  }
  const simulator = await startSimulator({ port: 0 })
  const preview = await startPreview({ port: 0, bundleDir, simulatorUrl: simulator.url })
  return {
    url: preview.url,
    stop: async () => {
      await preview.close()
      await simulator.close()
      await rm(bundleDir, { recursive: true, force: true })
    },
  }
}
