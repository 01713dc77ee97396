import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { taroBuild } from '../../scripts/build/taro'

const FOLDER = '.cache/size/empty-app'
const SHARED = ['config', 'babel.config.js', '.browserslistrc', '.env', 'project.config.json']

/**
 * Builds a Taro + React app that does nothing, with this project's own build settings.
 * @returns the folder of its bundle: the baseline of `npm run size`
 */
export async function buildEmptyApp(): Promise<string> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  await cp('maintainers/size/empty-app', FOLDER, { recursive: true })
  for (const path of SHARED) await cp(path, join(FOLDER, path), { recursive: true })
  await writeFile(join(FOLDER, 'package.json'), '{ "name": "empty-app", "private": true }')
  await taroBuild({ appFolder: FOLDER, type: 'weapp', output: 'dist' })
  return join(FOLDER, 'dist')
}
