import { Text } from '@tarojs/components'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { useServices } from '../services'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import type { Note } from './note'
import { noteAddress } from './note-address'
import { useNotes } from './use-notes'

interface Props {
  note: Note
  onChanged: () => void
}

/** Begins and ends sharing. WeChat sends a card by a button of its own; a browser shows a link. */
export const NoteSharing = ({ note: { id, shareId }, onChanged }: Props) => {
  const { client } = useServices().platform
  const notes = useNotes()
  const texts = useTexts(notesTexts)
  const { attempt, state, start } = useAttempt()

  const change = () =>
    start(async () => {
      const outcome = await (shareId === null ? notes.share(id) : notes.unshare(id))
      // Deleted elsewhere, it is not there any more for the page either.
      if (outcome.tag === 'done' || outcome.failure.kind === 'notFound') onChanged()
      return outcome
    })

  const link = shareId === null ? null : noteAddress(`share=${shareId}`)
  return (
    <Card>
      <Text className="text-note">{texts.shareNote}</Text>
      {link !== null && (
        <Text id="note-link" className="text-note" userSelect>
          {link}
        </Text>
      )}
      {shareId !== null && client === 'WECHAT' && (
        <Button id="note-share" label={texts.share} look="plain" openType="share" />
      )}
      <Button
        id={shareId === null ? 'note-share-on' : 'note-share-off'}
        label={shareId === null ? texts.shareOn : texts.shareOff}
        look={shareId === null ? 'plain' : 'quiet'}
        state={state}
        onTap={change}
      />
      <AttemptNotice id="note-share-failure" attempt={attempt} texts={{ denied: texts.risky }} />
    </Card>
  )
}
