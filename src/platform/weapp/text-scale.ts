import { appBaseInfo } from './app-base-info'

/** WeChat's own font-size setting, as a factor. */
export const textScale = (): number => {
  const { fontSizeScaleFactor: factor } = appBaseInfo()
  return factor !== undefined && factor > 0 ? factor : 1
}
