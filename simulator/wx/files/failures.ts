import { WxFailure } from '../call'

/** WeChat's codes of what a file refuses (typings FileError). */
const CODES = {
  notPermitted: 1300001,
  missing: 1300002,
  notFolder: 1300020,
  folderNotEmpty: 1300066,
  encoding: 1300022,
  full: 1300202,
  base64: 1300203,
  denied: 1301000,
  noData: 1301002,
  isFolder: 1301003,
  exists: 1301005,
  length: 1301006,
  position: 1301009,
  notTemporary: 1301112,
  descriptor: 1300009,
  flag: 1302003,
  openDenied: 1302001,
  tooManyOpen: 1302002,
  noBuffer: 1302005,
} as const

/** A refusal of the file system: WeChat's words, and its code of the kind as `errCode`. */
export const failureOf = (kind: keyof typeof CODES, message: string): WxFailure =>
  new WxFailure(message, { errCode: CODES[kind] })

/** No room: of 200 MB for all that is kept, of 100 MB for one file (guide "文件系统", typings FileError). */
export const noRoom = (): WxFailure =>
  failureOf('full', 'the maximum size of the file storage limit is exceeded')
