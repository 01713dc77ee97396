import Taro from '@tarojs/taro'
import { BaasError, CODE } from '../baas/errors'
import { answered, PERSON_MS } from './answered'
import type { Platform } from './platform'

let choosing: Promise<string> | undefined

/**
 * From the album or the camera, made smaller where the platform can; it is uploaded by way of phones' networks. A
 * second tap opens no second dialog.
 */
export const choosePicture: Platform['choosePicture'] = () =>
  (choosing ??= choose().finally(() => {
    choosing = undefined
  }))

const choose = async (): Promise<string> => {
  const { tempFilePaths } = await answered(
    () => Taro.chooseImage({ count: 1, sizeType: ['compressed'], sourceType: ['album', 'camera'] }),
    PERSON_MS,
  )
  const [filePath] = tempFilePaths
  if (filePath === undefined) throw new BaasError(CODE.unauthorized)
  return filePath
}
