import { cordon } from './cordon.ts'
import type { Algorithm } from './engine.ts'
import { ofac } from './ofac/ofac.ts'

/** Every algorithm by name; the first is the default. */
export const algorithms: Readonly<Record<string, Algorithm>> = { cordon, ofac }
