import Taro from '@tarojs/taro'
import { BaasError, CODE } from '../baas/errors'
import { answered, PERSON_MS } from './answered'
import type { Platform } from './platform'

/** From the album or the camera, made smaller where the platform can; it is uploaded by way of phones' networks. */
export const choosePicture: Platform['choosePicture'] = async () => {
  const { tempFilePaths } = await answered(
    () => Taro.chooseImage({ count: 1, sizeType: ['compressed'], sourceType: ['album', 'camera'] }),
    PERSON_MS,
  )
  const [filePath] = tempFilePaths
  if (filePath === undefined) throw new BaasError(CODE.unauthorized)
  return filePath
}
