import { uploadFile } from '../baas/upload'
import type { Auth } from './auth'

/** A file in the backend's storage. */
export interface StoredFile {
  readonly id: string
  /** Where it can be fetched. */
  readonly address: string
}

/**
 * Stores a temporary file of the platform's as the member. Rejects with BaasError.
 * @param category the folder of the backend it goes to
 */
export const storeFile = async (
  auth: Pick<Auth, 'request' | 'upload' | 'clock'>,
  filePath: string,
  category: string,
): Promise<StoredFile> => {
  const ports = { ...auth, send: auth.request }
  const { path, file } = await uploadFile(ports, { filePath }, { categoryName: category }, {})
  return { id: file.id, address: path }
}
