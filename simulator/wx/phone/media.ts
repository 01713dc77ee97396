import { asyncApi, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import type { Privacy } from '../account/privacy'
import type { PhoneFiles } from '../files/files'

/** What only videos have. */
const OF_VIDEOS = { duration: 0, width: 0, height: 0, thumbTempFilePath: '' }

/**
 * Choosing pictures (typings chooseImage, chooseMedia): one at a time, by the same question as for an avatar. Both need
 * consent to the privacy guide (docs/wechat.md 3.2). Videos are not simulated. A compressed picture is a copy of it (typings
 * compressImage): nothing here reads or draws one.
 */
export const createMedia = (
  ports: WxPorts,
  privacy: Privacy,
  files: Pick<PhoneFiles, 'add' | 'read'>,
) => {
  const choose = async (name: 'chooseImage' | 'chooseMedia') => {
    await privacy.require(name)
    const reply = await ports.person.answer('avatar', { offers: 'picture' })
    if (reply.kind !== 'choose') throw new WxFailure('cancel')
    ports.cover()()
    return { path: files.add(reply.file), size: reply.file.bytes.byteLength }
  }
  return {
    compressImage: asyncApi<
      WechatMiniprogram.CompressImageOption,
      WechatMiniprogram.CompressImageSuccessCallbackResult
    >(ports, 'compressImage', ({ src }) => {
      const file = files.read(requireText('src', src))
      if (file === undefined) throw new WxFailure('file not found')
      return { tempFilePath: files.add(file) }
    }),
    chooseImage: asyncApi<
      WechatMiniprogram.ChooseImageOption,
      WechatMiniprogram.ChooseImageSuccessCallbackResult
    >(ports, 'chooseImage', async () => {
      const file = await choose('chooseImage')
      return { tempFilePaths: [file.path], tempFiles: [file] }
    }),
    chooseMedia: asyncApi<
      WechatMiniprogram.ChooseMediaOption,
      WechatMiniprogram.ChooseMediaSuccessCallbackResult
    >(ports, 'chooseMedia', async ({ mediaType = ['image', 'video'] }) => {
      if (!mediaType.includes('image') && !mediaType.includes('mix')) {
        throw new Error('chooseMedia: videos are not simulated.')
      }
      const { path, size } = await choose('chooseMedia')
      return {
        type: 'image',
        tempFiles: [{ tempFilePath: path, size, fileType: 'image', ...OF_VIDEOS }],
      }
    }),
  }
}
