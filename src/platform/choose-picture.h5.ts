import { BaasError, CODE } from '../baas/errors'

/**
 * By the browser's own dialog, which offers the camera on a phone, in the person's language: Taro would ask for the
 * source first, in Chinese. Resolves to the address of a blob; rejects with BaasError 603 when none is chosen.
 */
export const choosePicture = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file === undefined) reject(new BaasError(CODE.unauthorized))
      else resolve(URL.createObjectURL(file))
    })
    input.addEventListener('cancel', () => reject(new BaasError(CODE.unauthorized)))
    input.click()
  })
