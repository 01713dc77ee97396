import { readSentence, type AppError } from '../../../host/browser/app-errors'
import type { Place, WrittenPlace } from '../../bundle'

/** Something wrong with the app, at the place where it was written; undefined while that is looked up, and where none is known. */
export interface Problem {
  where: string
  message: string
  written: WrittenPlace | undefined
}

/** Looks up where errors were written; `onChange` is called when more is known. */
export const createProblems = (onChange: () => void) => {
  const known = new Map<string, WrittenPlace | undefined>()

  const ask = async (place: Place): Promise<WrittenPlace> => {
    const query = { ...place, line: String(place.line), column: String(place.column) }
    const answer = await fetch(`/place?${new URLSearchParams(query)}`)
    return answer.ok ? ((await answer.json()) as WrittenPlace) : { ...place, lines: [] }
  }
  const lookUp = async (key: string, place: Place) => {
    known.set(key, undefined)
    known.set(key, await ask(place).catch(() => ({ ...place, lines: [] })))
    onChange()
  }
  const writtenAt = (place: Place) => {
    const key = `${place.file}:${place.line}:${place.column}`
    if (!known.has(key)) void lookUp(key, place)
    return known.get(key)
  }
  const withPlace = ({ where, message, place }: AppError): Problem => ({
    where,
    message,
    written: place === undefined ? undefined : writtenAt(place),
  })

  return {
    of: (errors: readonly AppError[]): readonly Problem[] => errors.map(withPlace),
    inSentence: (sentence: string): Problem => withPlace(readSentence('bundle', sentence)),
    /** The bundle is another one: places are looked up anew. */
    forget: () => known.clear(),
  }
}
