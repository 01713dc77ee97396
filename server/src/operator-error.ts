/**
 * An error that an operator can put right. Its message is whole sentences of ours, each naming what is wrong and the
 * remedy. It never holds a value of a request, so it is logged and printed as it stands.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
}
