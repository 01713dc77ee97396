import { aboutSizes } from '../../../config/package-sizes'
import { found, ok, type Check } from '../finding'

const REBUILD = 'Run npm run build:weapp.'

const rootsIn = (appJson: string): string[] => {
  const { subPackages = [] } = JSON.parse(appJson) as { subPackages?: { root: string }[] }
  return subPackages.map(({ root }) => root)
}

/** The built mini-program: there, up to date, and small enough for WeChat. */
export const bundle: Check = {
  name: 'bundle',
  run: ({ bundle: files, isStale }) => {
    const appJson = files?.get('app.json')?.text
    if (files === undefined || appJson === undefined)
      return [found('beforeUpload', 'There is no bundle in dist/weapp to look at.', REBUILD)]
    const sizes = new Map([...files].map(([path, { bytes }]) => [path, bytes]))
    const { errors, warnings } = aboutSizes(sizes, rootsIn(appJson))
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
