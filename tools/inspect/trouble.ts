/** Why a page cannot be inspected, in words for the person at the command line. */
export class Trouble extends Error {
  override name = 'Trouble';
}
