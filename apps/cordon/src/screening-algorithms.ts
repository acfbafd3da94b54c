import { type Algorithm, algorithms as byName, cordon } from '@cordon/screening'

/** The algorithm of every command and route that names none. */
export const defaultAlgorithm: Algorithm = cordon

/** All of them, the default first. */
export const algorithms: readonly Algorithm[] = [
  cordon,
  ...Object.values(byName).filter((algorithm) => algorithm !== cordon),
]
