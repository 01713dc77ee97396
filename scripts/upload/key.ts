import { readFileSync } from 'node:fs'

const WHERE =
  'mp.weixin.qq.com, 开发管理 > 开发设置 > 小程序代码上传 > 生成; keep the file outside of the repository.'

const LONGEST_SHOWN = 200

/** A path for a sentence. What is long or has lines may be a key, or a part of one, and is not repeated. */
const shown = (path: string): string =>
  path.length > LONGEST_SHOWN || /[\r\n]/.test(path) ? 'a file' : path

/**
 * The path of the key that uploads, from the environment variable WEAPP_UPLOAD_KEY. Throws a sentence when there
 * is none or the file is no key; what the file holds is never in it.
 */
export const keyPathFrom = (env: Readonly<Record<string, string | undefined>>): string => {
  const path = env['WEAPP_UPLOAD_KEY']?.trim() ?? ''
  if (path === '') {
    throw new Error(`Set WEAPP_UPLOAD_KEY to the path of the key file. It comes from ${WHERE}`)
  }
  if (path.includes('PRIVATE KEY')) {
    throw new Error(
      'WEAPP_UPLOAD_KEY is the path of the key file, not the key: write it to a file first.',
    )
  }
  const text = (() => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      throw new Error(
        `WEAPP_UPLOAD_KEY names ${shown(path)}, which cannot be read: write the path of the key file, not the key.`,
      )
    }
  })()
  if (!/-----BEGIN (RSA )?PRIVATE KEY-----/.test(text)) {
    throw new Error(
      `WEAPP_UPLOAD_KEY names ${shown(path)}, which is no private key. It comes from ${WHERE}`,
    )
  }
  return path
}
