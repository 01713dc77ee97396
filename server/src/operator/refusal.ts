/** A command that was understood and not carried out. Its message is a whole sentence, printed as it stands. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** A command line that cannot be understood. Its message is a whole sentence, printed as it stands. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
}
