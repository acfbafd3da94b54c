import type { ListReader } from '@cordon/sources'

/** Every reader of a published list. A new one is added here, and nowhere else in the program. */
export const readers: readonly ListReader[] = []
