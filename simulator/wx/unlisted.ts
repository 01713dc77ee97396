/**
 * Names that WeChat has and its typings no longer list, with the base library that brought them: replaced by the
 * file manager, and still there (API wx.saveFile, wx.getFileInfo).
 */
export const UNLISTED: Readonly<Record<string, string>> = {
  saveFile: '1.0.0',
  getSavedFileList: '1.0.0',
  getSavedFileInfo: '1.0.0',
  removeSavedFile: '1.0.0',
  getFileInfo: '1.4.0',
}
