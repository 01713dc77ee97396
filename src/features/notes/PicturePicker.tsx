import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { failureOf } from '../../auth/failure'
import { useUpload } from '../../auth/useUpload'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import { Notice } from '../../ui/feedback/Notice'
import { Picture as NamedPicture } from '../../ui/content/Picture'
import { Tappable } from '../../ui/content/Tappable'
import { useServices } from '../services'
import type { Action } from '../shared/use-action'
import type { Picture } from './note'
import './Notes.scss'

interface Props {
  pictures: readonly Picture[]
  /** The editor waits for it. */
  upload: Action
  onAdd: (picture: Picture) => void
  onRemove: (id: string) => void
}

const MOST = 9

/** Pictures of a note: each is uploaded when it is chosen, so that saving waits for none. */
export const PicturePicker = ({ pictures, upload: { state, run }, onAdd, onRemove }: Props) => {
  const { choosePicture } = useServices().platform
  const store = useUpload()
  const texts = useTexts(notesTexts)
  const [outcome, setOutcome] = useState<'idle' | 'failed'>('idle')

  const add = () => {
    setOutcome('idle')
    choosePicture().then(
      (filePath) =>
        run(async () => {
          const stored = await store(filePath, 'notes')
          if (stored.tag === 'failed') return setOutcome('failed')
          const { id, address } = stored.value
          onAdd({ id, url: address })
        }),
      (error: unknown) => {
        // The person cancelled, and knows.
        if (failureOf(error).kind !== 'refused') setOutcome('failed')
      },
    )
  }

  return (
    <>
      {pictures.length > 0 && (
        <View className="note-pictures">
          {pictures.map(({ id, url }, place) => (
            <View key={id} className="note-thumb">
              <NamedPicture
                className="note-thumb-picture"
                src={url}
                name={`${texts.picture} ${place + 1}`}
                fit="aspectFill"
              />
              <Tappable
                id={`note-picture-remove-${place}`}
                className="note-thumb-remove"
                label={`${texts.removePicture} ${place + 1}`}
                onTap={() => onRemove(id)}
              >
                <Text>{texts.remove}</Text>
              </Tappable>
            </View>
          ))}
        </View>
      )}
      {pictures.length < MOST && (
        <Button
          id="note-picture-add"
          label={state === 'busy' ? texts.adding : texts.addPicture}
          look="plain"
          state={state}
          onTap={add}
        />
      )}
      {outcome === 'failed' && (
        <Notice id="note-picture-failure" tone="danger" text={texts.pictureFailed} />
      )}
    </>
  )
}
