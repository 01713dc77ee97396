import { fieldsOf } from '../../baas/read'
import type { WxBaas } from '../../compat/wx-baas/wx-baas'

export const LONGEST_NICKNAME = 20

export type NicknameProblem = 'nicknameMissing' | 'nicknameTooLong'

/** What is wrong with a nickname before anybody is asked; undefined when nothing. Counted as people count. */
export function nicknameProblem(nickname: string): NicknameProblem | undefined {
  const { length } = [...nickname.trim()]
  if (length === 0) return 'nicknameMissing'
  return length > LONGEST_NICKNAME ? 'nicknameTooLong' : undefined
}

/**
 * Lets the server check a nickname (WeChat rules B11): WeChat's own review may be missing or have timed out.
 * A backend without the check has no opinion.
 */
export async function isRisky(
  baas: Pick<WxBaas, 'wxCensorText'>,
  nickname: string,
): Promise<boolean> {
  const { data } = await baas.wxCensorText(nickname)
  return fieldsOf(data)['risky'] === true
}

/**
 * Stores a picture that WeChat gave as a temporary file, at once: the file is gone tomorrow (WeChat rules B12).
 * @returns its lasting address. Rejects with BaasError.
 */
export async function storeAvatar(baas: Pick<WxBaas, 'File'>, filePath: string): Promise<string> {
  const file = new baas.File()
  const { data } = await file.upload({ filePath }, { categoryName: 'avatar' })
  return data.path
}
