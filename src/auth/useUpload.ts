import { useMemo } from 'react'
import { attempt, type Outcome } from './account/attempt'
import { useAuthKit } from './AuthProvider'
import { storeFile, type StoredFile } from './store-file'

/** Stores a temporary file of the platform's. `category` is the folder of the backend it goes to. */
export type UploadFile = (filePath: string, category: string) => Promise<Outcome<StoredFile>>

/** Uploads in the member's session; the function never changes between renders. */
export const useUpload = (): UploadFile => {
  const { auth } = useAuthKit()
  return useMemo(() => (filePath, category) => attempt(storeFile(auth, filePath, category)), [auth])
}
