/** Something was asked of the world that cannot be done now. Its message is a sentence for whoever asked. */
export class Declined extends Error {
  override name = 'Declined'
}
