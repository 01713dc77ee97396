import { Text } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { endPullDown } from '../../platform/bars'
import type { Outcome } from '../../auth/account/attempt'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { FailureNotice } from '../shared/FailureNotice'
import type { Note, NotePage } from './note'
import { NoteRow } from './NoteRow'
import { useNoteList } from './use-note-list'

interface Props {
  /** The same function from render to render. */
  fetch: (after: string | null, wanted: number) => Promise<Outcome<NotePage>>
  heading?: string
  onOpen: (note: Note) => void
}

/** A list of notes in all its states. Pulling down fetches it again, its end fetches more. */
export const NoteList = ({ fetch, heading, onOpen }: Props) => {
  const texts = useTexts(notesTexts)
  const { list, refresh, more } = useNoteList(fetch)
  // A note may have been written or deleted on the page before.
  useDidShow(() => {
    if (list.tag !== 'loading') void refresh()
  })
  usePullDownRefresh(() => void refresh().then(endPullDown))
  useReachBottom(more)

  switch (list.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return <FailureNotice id="notes-failure" kind={list.kind} onRetry={() => void refresh()} />
    case 'loaded':
      return (
        <>
          {typeof list.fetching === 'object' && (
            <FailureNotice
              id="notes-failure"
              kind={list.fetching.failed}
              onRetry={() => void refresh()}
            />
          )}
          {list.notes.length === 0 ? (
            <Card>
              <Text id="notes-empty" className="text-note">
                {texts.empty}
              </Text>
            </Card>
          ) : (
            <Card inset="rows" {...(heading !== undefined && { heading })}>
              {list.notes.map((note, place) => (
                <NoteRow key={note.id} note={note} place={place} onTap={() => onOpen(note)} />
              ))}
            </Card>
          )}
          {list.next !== null && (
            <Button
              id="notes-more"
              label={texts.more}
              look="plain"
              state={list.fetching === 'more' ? 'busy' : 'ready'}
              onTap={more}
            />
          )}
        </>
      )
  }
}
