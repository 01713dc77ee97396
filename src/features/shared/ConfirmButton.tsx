import { useState } from 'react'
import { Button } from '../../ui/form/Button'
import type { ButtonProps } from '../../ui/form/button.types'
import { Confirm, type Question } from './Confirm'

interface Props extends Pick<ButtonProps, 'id' | 'label' | 'look' | 'state'> {
  /** Prefix of the ids of the question; that of the button unless given. */
  asks?: string
  question: Question
  onSure: () => void
}

/** A button for what cannot be undone: it opens a question, and only the answer does it. */
export const ConfirmButton = ({ id, asks = id, question, onSure, ...face }: Props) => {
  const [isAsking, setAsking] = useState(false)
  const answer = (isSure: boolean) => {
    setAsking(false)
    if (isSure) onSure()
  }
  return (
    <>
      <Button id={id} {...face} onTap={() => setAsking(true)} />
      {isAsking && (
        <Confirm
          id={asks}
          question={question}
          onSure={() => answer(true)}
          onKeep={() => answer(false)}
        />
      )}
    </>
  )
}
