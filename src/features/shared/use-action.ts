import { useEffect, useRef, useState } from 'react'
import type { ButtonState } from '../../ui/form/button.types'

/** Something a button starts. */
export interface Action {
  state: ButtonState
  /** Runs the task unless one is running: a second tap starts nothing. */
  run: (task: () => Promise<void>) => void
}

/** One action at a time, with the look of its button. The task must not reject. */
export const useAction = (): Action => {
  const [state, setState] = useState<ButtonState>('ready')
  const running = useRef(false)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  return {
    state,
    run(task) {
      if (running.current) return
      running.current = true
      setState('busy')
      void task().finally(() => {
        running.current = false
        if (mounted.current) setState('ready')
      })
    },
  }
}
