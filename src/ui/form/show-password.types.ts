export interface ShowPasswordProps {
  /** Of the input it belongs to. */
  id: string
  /** The label of that input: a form may have two passwords. */
  of: string
  hidden: boolean
  onChange: (hidden: boolean) => void
}
