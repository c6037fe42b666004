/** Opens the database named on the command line, says so, and stays until it is ended. */
import { openDatabase } from '../../src/platform/database/open.ts'
import { OperatorError } from '../../src/platform/operator-error.ts'

try {
  await openDatabase(process.argv[2] ?? '', 0)
  process.stdout.write('open\n')
  process.stdin.resume()
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  process.stdout.write(`${error.message}\n`)
}
