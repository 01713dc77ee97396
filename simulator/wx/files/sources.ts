import type { ReadFile, TempFiles } from '../network/temp-files'
import type { WxPorts } from '../ports'
import type { Disk } from './disk'
import type { createPlaces } from './places'

/** What a path names, for reading. */
export type Source =
  | { kind: 'nothing' }
  | { kind: 'folder'; names: readonly string[] }
  | { kind: 'file'; bytes: Uint8Array<ArrayBuffer>; modifiedAt: number }

/** MIME types by the end of a name, as a picture or an upload needs them. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  json: 'application/json',
  txt: 'text/plain',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
}

const typeOf = (path: string) =>
  TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'

const NOTHING: Source = { kind: 'nothing' }
const folder = (names: readonly string[]): Source => ({ kind: 'folder', names })
const fileOf = (bytes: Uint8Array<ArrayBuffer> | undefined, modifiedAt: number): Source =>
  bytes === undefined ? NOTHING : { kind: 'file', bytes, modifiedAt }

/** Creates the reader of everything a mini-program may read: its package, temporary and saved files, and its own. */
export const createSources = (
  { packaged, clock }: Pick<WxPorts, 'packaged' | 'clock'>,
  { placeOf }: Pick<ReturnType<typeof createPlaces>, 'placeOf'>,
  disk: Disk,
  temporary: Pick<TempFiles, 'get'>,
) => {
  const launchedAt = clock.now()

  const inPackage = (path: string): Source => {
    const bytes = path === '' ? undefined : packaged.bytes(path)
    if (bytes !== undefined) return fileOf(new Uint8Array(bytes), launchedAt)
    const prefix = path === '' ? '' : `${path}/`
    const inside = packaged.list().filter((name) => name.startsWith(prefix))
    const names = inside.map((name) => name.slice(prefix.length).split('/')[0] ?? '')
    return names.length === 0 ? NOTHING : folder([...new Set(names)].sort())
  }
  const onDisk = (path: string): Source => {
    if (disk.at(path) === 'folder') return folder(disk.names(path))
    const file = disk.file(path)
    return file === undefined ? NOTHING : fileOf(file.bytes, file.modifiedAt)
  }
  const source = (given: string): Source => {
    const { kind, path } = placeOf(given)
    if (kind === 'user') return onDisk(path)
    if (kind === 'package') return inPackage(path)
    if (kind === 'saved') return fileOf(disk.file(path)?.bytes, disk.file(path)?.modifiedAt ?? 0)
    const file = temporary.get(path)
    return file === undefined ? NOTHING : fileOf(new Uint8Array(file.bytes), launchedAt)
  }

  return {
    source,
    /** A file with its type, for an upload or a picture. */
    read: (path: string): ReadFile | undefined => {
      const temp = temporary.get(path)
      if (temp !== undefined) return temp
      const found = source(path)
      if (found.kind !== 'file') return undefined
      return { bytes: new Uint8Array(found.bytes).buffer, type: typeOf(path) }
    },
  }
}

/** The reader of everything a mini-program may read. */
export type Sources = ReturnType<typeof createSources>
