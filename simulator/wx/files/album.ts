import { asyncApi, requireText, WxFailure } from '../call'
import type { Privacy } from '../account/privacy'
import type { WxPorts } from '../ports'
import type { PhoneFiles } from './files'

type Result = WechatMiniprogram.GeneralCallbackResult

/**
 * Handing a file of the phone over (typings saveImageToPhotosAlbum, saveVideoToPhotosAlbum, openDocument): to the
 * album, which the person always allows and which needs consent to the privacy guide, or to a page of WeChat's own
 * that covers the app.
 */
export const createAlbum = (
  ports: WxPorts,
  privacy: Pick<Privacy, 'require'>,
  { read }: Pick<PhoneFiles, 'read'>,
) => {
  const requireFile = (path: unknown) => {
    if (read(requireText('filePath', path)) === undefined) throw new WxFailure('file not found')
  }
  const save = (name: 'saveImageToPhotosAlbum' | 'saveVideoToPhotosAlbum') =>
    asyncApi<{ filePath?: unknown }, Result>(ports, name, async ({ filePath }) => {
      requireFile(filePath)
      await privacy.require(name)
      return {}
    })
  return {
    saveImageToPhotosAlbum: save('saveImageToPhotosAlbum'),
    saveVideoToPhotosAlbum: save('saveVideoToPhotosAlbum'),
    openDocument: asyncApi<{ filePath?: unknown }, Result>(
      ports,
      'openDocument',
      ({ filePath }) => {
        requireFile(filePath)
        ports.cover()()
        return {}
      },
    ),
  }
}
