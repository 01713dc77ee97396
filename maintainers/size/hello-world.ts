import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { taroBuild } from '../../scripts/build/taro'

const FOLDER = '.cache/size/hello-world'

/** What `taro init` writes into package.json. */
const BROWSERS = ['defaults and fully supports es6-module', 'maintained node versions']

/**
 * Builds the app that `taro init` makes, with Taro's own settings: what this one is compared with.
 * @returns the folder of its bundle
 */
export const buildHelloWorld = async (): Promise<string> => {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  await cp('maintainers/size/hello-world', FOLDER, { recursive: true })
  await cp('project.config.json', join(FOLDER, 'project.config.json'))
  await writeFile(join(FOLDER, '.browserslistrc'), BROWSERS.join('\n'))
  await writeFile(join(FOLDER, 'package.json'), '{ "name": "hello-world", "private": true }')
  await taroBuild({ appFolder: FOLDER, type: 'weapp', output: 'dist' })
  return join(FOLDER, 'dist')
}
