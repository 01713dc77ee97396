import { asyncApi, requireText, WxFailure } from '../call'
import type { Privacy } from '../account/privacy'
import type { Scopes } from '../account/scopes'
import type { WxPorts } from '../ports'
import type { PhoneFiles } from './files'

type Result = WechatMiniprogram.GeneralCallbackResult

/**
 * Handing a file of the phone over (typings saveImageToPhotosAlbum, saveVideoToPhotosAlbum, openDocument): to the
 * album, for which the person consents to the privacy guide and allows the scope, or to a page of WeChat's own that
 * covers the app.
 */
export const createAlbum = (
  ports: WxPorts,
  privacy: Pick<Privacy, 'require'>,
  scopes: Pick<Scopes, 'require'>,
  { read }: Pick<PhoneFiles, 'read'>,
) => {
  const requireFile = (path: unknown) => {
    if (read(requireText('filePath', path)) === undefined) throw new WxFailure('file not found')
  }
  const save = (name: 'saveImageToPhotosAlbum' | 'saveVideoToPhotosAlbum') =>
    asyncApi<{ filePath?: unknown }, Result>(ports, name, async ({ filePath }) => {
      requireFile(filePath)
      await privacy.require(name)
      await scopes.require('scope.writePhotosAlbum')
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
