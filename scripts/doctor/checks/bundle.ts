import { aboutSizes } from '../../../config/about-sizes'
import { found, ok, type Check } from '../finding'

const REBUILD = 'Run npm run build:weapp.'

/** The roots of the sub-packages; undefined for an app.json that a build left unfinished. */
const rootsIn = (appJson: string): string[] | undefined => {
  try {
    const { subPackages = [] } = JSON.parse(appJson) as { subPackages?: { root: string }[] }
    return subPackages.map(({ root }) => root)
  } catch {
    return undefined
  }
}

/** The built mini-program: there, up to date, and small enough for WeChat. */
export const bundle: Check = {
  name: 'bundle',
  run: ({ bundle: files, isStale }) => {
    const appJson = files?.get('app.json')?.text
    if (files === undefined || appJson === undefined)
      return [found('beforeUpload', 'There is no bundle in dist/weapp to look at.', REBUILD)]
    const roots = rootsIn(appJson)
    if (roots === undefined)
      return [found('beforeUpload', 'dist/weapp/app.json is no JSON.', REBUILD)]
    const sizes = new Map([...files].map(([path, { bytes }]) => [path, bytes]))
    const { errors, warnings } = aboutSizes(sizes, roots)
    const smaller = 'Move pages into sub-packages, and pictures to your server.'
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
    return [
      ok(`The bundle has ${Math.round(total / 1024)} KB.`),
      ...errors.map((sentence) => found('error', sentence, smaller)),
      ...warnings.map((sentence) => found('note', sentence, smaller)),
      ...(isStale ? [found('beforeUpload', 'Sources are newer than dist/weapp.', REBUILD)] : []),
    ]
  },
}
