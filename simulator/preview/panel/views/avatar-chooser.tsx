import { useRef } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import { drawAvatar } from '../model/pictures'
import type { Texts } from '../texts/zh'
import { Avatar } from './avatar'
import { Dialog } from './dialog'

interface Props {
  name: string
  question: Extract<OpenQuestion, { kind: 'avatar' }>
  texts: Texts
}

/** Where a new avatar comes from: WeChat, a file of this machine as the album, or a drawn one as the camera. */
export const AvatarChooser = ({ name, question, texts }: Props) => {
  const album = useRef<HTMLInputElement>(null)
  const draw = async (from: 'wechat' | 'camera', whom: string) =>
    question.reply({ kind: 'choose', from, file: await drawAvatar(whom) })
  const pick = async (file: File | undefined) => {
    if (file === undefined) return
    const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png'
    question.reply({
      kind: 'choose',
      from: 'album',
      file: { bytes: await file.arrayBuffer(), type },
    })
  }
  const cancel = () => question.reply({ kind: 'cancel' })

  return (
    <Dialog
      label={question.shows.offers === 'avatar' ? texts.avatarTitle : texts.avatarAlbum}
      look="menu"
      onLeave={cancel}
    >
      {question.shows.offers === 'avatar' && (
        <button type="button" id="popup-avatar-wechat" onClick={() => void draw('wechat', name)}>
          <Avatar name={name} size={28} />
          {texts.avatarWechat}
        </button>
      )}
      <button type="button" id="popup-avatar-album" onClick={() => album.current?.click()}>
        {texts.avatarAlbum}
      </button>
      <button
        type="button"
        id="popup-avatar-camera"
        onClick={() => void draw('camera', `${name} 📷`)}
      >
        {texts.avatarCamera}
      </button>
      <input
        ref={album}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        onChange={(event) => void pick(event.currentTarget.files?.[0])}
      />
      <button type="button" id="popup-cancel" class="apart" onClick={cancel}>
        {texts.cancel}
      </button>
    </Dialog>
  )
}
