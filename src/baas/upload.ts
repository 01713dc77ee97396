import type { Exchange } from './transport'

/** How far an upload is, as wx.uploadFile tells it. */
export interface UploadProgress {
  /** Percent. */
  readonly progress: number
  /** Bytes. */
  readonly totalBytesSent: number
  readonly totalBytesExpectedToSend: number
}

export interface UploadRequest {
  url: string
  /** A temporary file of the platform's. */
  filePath: string
  /** Name of the form field that carries the file. */
  field: string
  fields: Readonly<Record<string, string>>
  timeoutMs: number
  onProgress: (progress: UploadProgress) => void
}

/** The port that sends a file; its answer's body is the text as it came. It adds no header of its own. */
export type Upload = (request: UploadRequest) => Exchange

/** A file in storage, as the documents show the result of an upload. */
export interface StoredFile {
  status: 'ok'
  /** Where it can be fetched. */
  path: string
  file: {
    id: string
    path: string
    name: string
    /** Unix seconds. */
    created_at: number
    mime_type: string
    cdn_path: string
    /** Bytes. */
    size: number
  }
}

export interface FileToUpload {
  /** A temporary file of the platform's. */
  readonly filePath: string
  /** The last part of `filePath` unless told. */
  readonly fileName?: string
}

export interface UploadOptions {
  categoryID?: string
  categoryName?: string
  randomFileLink?: boolean
}
