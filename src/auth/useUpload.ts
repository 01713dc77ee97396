import { useMemo } from 'react'
import { uploadFile } from '../baas/upload'
import { attempt, type Outcome } from './account/attempt'
import { useAuthKit } from './AuthProvider'

/** A file in the backend's storage. */
interface Uploaded {
  readonly id: string
  /** Where it can be fetched. */
  readonly address: string
}

/** Stores a temporary file of the platform's. `category` is the folder of the backend it goes to. */
export type UploadFile = (filePath: string, category: string) => Promise<Outcome<Uploaded>>

/** Uploads in the member's session; the function never changes between renders. */
export function useUpload(): UploadFile {
  const { auth } = useAuthKit()
  return useMemo(
    () => (filePath, category) =>
      attempt(
        uploadFile(
          { ...auth, send: auth.request },
          { filePath },
          { categoryName: category },
          {},
        ).then(({ path, file }) => ({ id: file.id, address: path })),
      ),
    [auth],
  )
}
