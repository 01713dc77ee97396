import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPreviewApp } from '../../preview/app'
import type { BundlePayload, BundleRefusal } from '../../preview/bundle'
import type { ClientFiles } from '../../preview/server/client-files'

const NO_CLIENT = new Promise<ClientFiles>(() => undefined)

/** The smallest mini-program, by path. */
export const APP = {
  'app.json': '{"pages":["pages/a"]}',
  'app.js': 'App({})',
  'pages/a.js': 'Page({})',
  'pages/a.wxml': '<view/>',
}

/** A preview of an empty folder, which is another one for each test. */
export const previewFolder = () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const open = (bundleDir = folder) =>
    createPreviewApp({ bundleDir, simulatorUrl: 'http://127.0.0.1:8788' }, NO_CLIENT)
  const readAt = async (bundleDir = folder) => (await open(bundleDir)).inject('/bundle')
  return {
    path: (...names: readonly string[]) => join(folder, ...names),
    /** Writes files by their paths in the folder. */
    write: async (files: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), text)
      }
    },
    open,
    readAt,
    bundle: async () => (await readAt()).json<BundlePayload>(),
    refusal: async (bundleDir = folder) => (await readAt(bundleDir)).json<BundleRefusal>(),
  }
}
