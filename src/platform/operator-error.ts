/**
 * Something that only the operator can mend. Its message is all they see: what is wrong, and what to do about it.
 * The process ends with code 78 ("configuration error" in sysexits.h), which tells a supervisor that a restart will not help.
 */
export class OperatorError extends Error {
  override name = 'OperatorError'
  exitCode = 78
}

/** The same, where waiting may be enough: code 75 ("temporary failure") tells a supervisor to try again. */
export class TemporaryError extends OperatorError {
  override exitCode = 75
}
