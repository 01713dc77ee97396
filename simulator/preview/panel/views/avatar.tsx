import { coloursOf, initialOf } from '../model/pictures'

/** A person as a round letter. */
export const Avatar = ({ name, size = 36 }: { name: string; size?: number }) => {
  const { from, to } = coloursOf(name)
  return (
    <span
      class="avatar"
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        fontSize: size * 0.44,
        background: `linear-gradient(135deg, ${from}, ${to})`,
      }}
    >
      {initialOf(name)}
    </span>
  )
}
