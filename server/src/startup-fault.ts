import { OperatorError } from './operator-error'

/** Something the operator has to put right before the server can start. It is printed without a stack. */
export class StartupFault extends OperatorError {
  override readonly name = 'StartupFault'

  constructor(
    message: string,
    /** Which fault it is, where a program has something else to say about it than the server. */
    readonly reason: 'folder in use' | 'other' = 'other',
  ) {
    super(message)
  }
}
