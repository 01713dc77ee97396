import type { Texts } from '../texts/zh'

interface Props {
  name: string
  fill: (nickname: string) => void
  texts: Texts
}

/** The strip above the keyboard that offers the WeChat nickname. It must not take the cursor away. */
export const NicknameBar = ({ name, fill, texts }: Props) => (
  <div class="nickname-bar">
    <button
      type="button"
      id="nickname-fill"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => fill(name)}
    >
      <small>{texts.nicknameHint}</small>
      {name}
    </button>
  </div>
)
