import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface FileSize {
  path: string
  bytes: number
  gzipBytes: number
}

/** What a bundle weighs, file by file, the way WeChat counts it: bytes as they lie in the package. */
export const measure = (folder: string): FileSize[] => {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'project.config.json')
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const content = readFileSync(file)
      const path = file.slice(folder.length + 1)
      return { path, bytes: content.length, gzipBytes: gzipSync(content).length }
    })
    .sort((a, b) => b.bytes - a.bytes)
}

export const totalBytes = (files: readonly FileSize[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)
