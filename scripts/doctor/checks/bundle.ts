import { aboutSizes } from '../../../config/about-sizes'
import { found, ok, type Check, type Finding } from '../finding'
import type { Bundle, Project } from '../project'

const REBUILD = 'Run npm run build:weapp.'

interface AppJson {
  readonly pages?: readonly string[]
  readonly subPackages?: readonly { readonly root: string }[]
}

/** What app.json has; undefined for one that a build left unfinished. */
const read = (appJson: string): AppJson | undefined => {
  try {
    return JSON.parse(appJson) as AppJson
  } catch {
    return undefined
  }
}

/** What makes the bundle another one than a production build would make now. */
const otherBuild = (
  { pages = [] }: AppJson,
  files: Bundle,
  { env, isStale }: Project,
): Finding[] => {
  const built = (sentence: string) => [found('beforeUpload', sentence, REBUILD)]
  // Only development builds have it (src/app.config.ts).
  if (pages.some((page) => page.startsWith('pages/dev/'))) {
    return built('dist/weapp is a development build, as npm start makes it.')
  }
  const host = env['TARO_APP_BAAS_HOST'] ?? ''
  const origin = URL.canParse(host) ? new URL(host).origin : ''
  if (![...files.values()].some(({ text }) => text.includes(origin))) {
    return built(`dist/weapp was not built with the backend of the settings, ${origin}.`)
  }
  return isStale ? built('Sources or settings are newer than dist/weapp.') : []
}

/** The built mini-program: there, as a production build makes it now, and small enough for WeChat. */
export const bundle: Check = {
  name: 'bundle',
  run: (project) => {
    const { bundle: files } = project
    const appJson = files?.get('app.json')?.text
    if (files === undefined || appJson === undefined) {
      return [found('beforeUpload', 'There is no bundle in dist/weapp to look at.', REBUILD)]
    }
    const app = read(appJson)
    if (app === undefined) {
      return [found('beforeUpload', 'dist/weapp/app.json is no JSON.', REBUILD)]
    }
    const sizes = new Map([...files].map(([path, { bytes }]) => [path, bytes]))
    const roots = app.subPackages?.map(({ root }) => root) ?? []
    const { errors, warnings } = aboutSizes(sizes, roots)
    const smaller = 'Move pages into sub-packages, and pictures to your server.'
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
    return [
      ok(`The bundle has ${Math.round(total / 1024)} KB.`),
      ...errors.map((sentence) => found('error', sentence, smaller)),
      ...warnings.map((sentence) => found('note', sentence, smaller)),
      ...otherBuild(app, files, project),
    ]
  },
}
