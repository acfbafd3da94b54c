import { InputError } from '@cordon/formats'

/**
 * Runs a reading and, where an input can't be read on, says in which file: readers see bytes, not names.
 * @param names of the files that are read
 */
export async function namingFiles<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InputError) || names.some((name) => error.where.includes(name))) throw error
    const { code, expected, found, where, remedy } = error
    throw new InputError(
      code,
      { expected, found, where: `${names.join(', ')}: ${where}`, remedy },
      { cause: error },
    )
  }
}
