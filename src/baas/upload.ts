import type { Clock } from './clock'
import { BaasError, CODE } from './errors'
import { answerOf } from './with-timeout'
import { fieldsOf, textOf } from './read'
import type { Send } from './send'
import type { Exchange, Signal } from './transport'

/** How far an upload is, as wx.uploadFile reports it. */
export interface UploadProgress {
  /** Percent. */
  readonly progress: number
  /** Bytes. */
  readonly totalBytesSent: number
  readonly totalBytesExpectedToSend: number
}

interface UploadRequest {
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
export interface UploadedFile {
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
  /** The last part of `filePath` by default. */
  readonly fileName?: string
}

export interface UploadOptions {
  categoryID?: string
  categoryName?: string
  randomFileLink?: boolean
}

/** A file can be large and a network slow: longer than an ordinary call. */
const UPLOAD_MS = 60_000

export interface UploadPorts {
  send: Send
  upload: Upload
  clock: Clock
}

/**
 * Stores a file in two steps, a policy and then the bytes (docs/protocol.md 5.5). The bytes may go to
 * another person's storage, so neither the session nor the client ID goes with them (docs/protocol.md 9.26).
 */
export const uploadFile = async (
  { send, upload, clock }: UploadPorts,
  { filePath, fileName = nameIn(filePath) }: FileToUpload,
  options: UploadOptions,
  {
    signal,
    onProgress = () => undefined,
  }: { signal?: Signal; onProgress?: (progress: UploadProgress) => void },
): Promise<UploadedFile> => {
  const { body } = await send({
    method: 'POST',
    path: '/hserve/v2.1/upload/',
    body: {
      filename: fileName,
      category_id: options.categoryID,
      category_name: options.categoryName,
      random_file_link: options.randomFileLink,
    },
    as: 'member',
    ...(signal && { signal }),
  })
  const policy = fieldsOf(body)
  const request: UploadRequest = {
    url: textOf(policy['upload_url']),
    filePath,
    field: 'file',
    fields: { authorization: textOf(policy['authorization']), policy: textOf(policy['policy']) },
    timeoutMs: UPLOAD_MS,
    onProgress,
  }
  const answer = await answerOf(() => upload(request), clock, { timeoutMs: UPLOAD_MS, signal })
  const { status } = answer
  if (status < 200 || status >= 300) throw new BaasError(status, { status })
  const stored = jsonIn(answer.body)
  const path = textOf(policy['path'])
  return {
    status: 'ok',
    path,
    file: {
      id: textOf(policy['id']),
      path,
      name: fileName,
      created_at: Number(stored['time']),
      mime_type: textOf(stored['mimetype']),
      cdn_path: textOf(stored['url']),
      size: Number(stored['file_size']),
    },
  }
}

/** Storage answers a string; an HTML page of a proxy in between is an error, not a crash (docs/protocol.md 9.27). */
const jsonIn = (body: unknown) => {
  if (typeof body !== 'string') return fieldsOf(body)
  try {
    return fieldsOf(JSON.parse(body))
  } catch (cause) {
    throw new BaasError(CODE.badReply, { serverMessage: 'the storage does not speak JSON', cause })
  }
}

const nameIn = (filePath: string) => filePath.slice(filePath.lastIndexOf('/') + 1)
