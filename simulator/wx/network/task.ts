import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'
import type { Exchange } from './exchange'
import type { WireResponse } from './network'

/** What an exchange reports before it is over. */
interface TaskEvents {
  onHeadersReceived: { header: object; statusCode: number; cookies: readonly string[] }
  onProgressUpdate: object
  onChunkReceived: { data: ArrayBuffer }
}

/**
 * What `request`, `uploadFile` and `downloadFile` return (typings RequestTask, UploadTask, DownloadTask). Progress
 * jumps to the end, and an answer is one chunk: nothing here is slow on its own.
 */
export const createTask = (
  ports: Pick<WxPorts, 'loop' | 'adopt'>,
  running: Pick<Exchange, 'abort'>,
) => {
  const { on, off, emit } = createListeners<TaskEvents>(ports)
  return {
    /** What every task has. */
    exposed: {
      abort: running.abort,
      onHeadersReceived: on('onHeadersReceived'),
      offHeadersReceived: off('onHeadersReceived'),
    },
    progress: {
      onProgressUpdate: on('onProgressUpdate'),
      offProgressUpdate: off('onProgressUpdate'),
    },
    chunks: {
      onChunkReceived: on('onChunkReceived'),
      offChunkReceived: off('onChunkReceived'),
    },
    /** The answer is there: its headers, all of its bytes in `chunk` where the app asked for them, and how far it has come. */
    answered: (
      { status: statusCode, headers: header, cookies }: WireResponse,
      { chunk, progress }: { chunk?: ArrayBuffer; progress?: object },
    ) => {
      emit('onHeadersReceived', { statusCode, header, cookies })
      if (chunk !== undefined) emit('onChunkReceived', { data: chunk })
      if (progress !== undefined) emit('onProgressUpdate', { progress: 100, ...progress })
    },
  }
}
