/**
 * Something the operator has to put right before the server can start. Its message is whole
 * sentences, each naming what is wrong and the remedy; it is printed as it stands, without a stack.
 */
export class StartupFault extends Error {
  override readonly name = 'StartupFault'

  constructor(
    message: string,
    /** Which fault it is, where a program has something else to say about it than the server. */
    readonly reason: 'folder in use' | 'other' = 'other',
  ) {
    super(message)
  }
}
